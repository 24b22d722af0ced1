import Loyalty
import Storage

/// The shapes of the calls that the platform's client makes; they are fixed.
enum ClientShapes {
    static let program = Schema.named(
        "ClientProgram",
        .object([
            .required("id", .id), .required("name", .text(max: 100)), .required("description", .text(max: 2_000)),
            .required("is_active", .boolean), .required("points_per_dollar", .number),
            .required("minimum_spend_for_points", .number), .required("points_expiry_days", .nullable(.integer)),
            .required("tiers", .map(tier(.number))),
        ]))
    static let programEdit = Schema.named(
        "ClientProgramEdit",
        .object([
            .optional("name", .text(max: 100)), .optional("description", .text(max: 2_000)),
            .optional("is_active", .boolean), .optional("points_per_dollar", .amount),
            .optional("minimum_spend_for_points", .amount), .optional("points_expiry_days", .nullable(.integer)),
            .optional("tiers", .map(tier(.amount))),
        ]))
    static let saved = Schema.object([.required("message", .text()), .required("created", .boolean)])
    static let analytics = Schema.named(
        "CustomerAnalytics",
        .object([
            .required("total_customers", .integer), .required("active_customers", .integer),
            .required(
                "tier_distribution",
                .array(.object([.required("current_tier", .text()), .required("count", .integer)]))),
            .required(
                "points_statistics",
                .object([
                    .required("total_earned", .integer), .required("total_redeemed", .integer),
                    .required("outstanding_balance", .integer),
                ])),
            .required(
                "top_customers",
                .array(
                    .object([
                        .required("customer_name", .text()), .required("tier", .text()),
                        .required("total_points_earned", .integer), .required("current_balance", .integer),
                        .required("total_orders", .integer), .required("annual_spending", .number),
                    ]))),
        ]))
    static let membership = Schema.named(
        "ClientMembership",
        .object([
            .required("shop_id", .id), .required("shop_name", .text()), .required("shop_logo", .nullable(.text())),
            .required("current_tier", .text()), .required("tier_progress", .number),
            .required("next_tier_spending_needed", .number), .required("points_balance", .integer),
            .required("total_points_earned", .integer), .required("total_orders", .integer),
            .required("annual_spending", .number), .required("last_activity", .time),
        ]))
    static let shopLoyalty = Schema.named(
        "ShopLoyalty",
        .object([
            .required("account", account), .required("recent_transactions", .array(transaction)),
            .required("available_rewards", .array(offer)),
        ]))
    static let redeem = Schema.object([.required("reward_id", .id), .required("shop_id", .id)])
    static let redeemed = Schema.object([
        .required("message", .text()), .required("redemption_code", .text()), .required("expires_at", .time),
        .required("remaining_points", .integer),
    ])
    static let process = Schema.described(
        .object([.required("order_id", .id), .optional("shop_id", .id)]),
        "Beside these, the order's whole state may stand, as for recording an order.")
    static let processed = Schema.object([
        .required("message", .text()), .optional("points_awarded", .integer), .optional("total_balance", .integer),
        .optional("current_tier", .text()),
    ])
    static let referralInfo = Schema.any([
        .object([
            .required("referral_code", .text()), .required("referrals_made", .integer),
            .required("total_referral_points", .integer), .required("referrer_reward_points", .integer),
            .required("referee_reward_points", .integer), .required("minimum_purchase_amount", .number),
        ]),
        .object([.required("message", .text())]),
    ])

    private static func tier(_ number: Schema) -> Schema {
        .object([.optional("threshold", number), .optional("multiplier", number)])
    }

    private static let account = Schema.object([
        .required("shop_name", .text()), .required("current_tier", .text()), .required("points_balance", .integer),
        .required("total_points_earned", .integer), .required("annual_spending", .number),
        .required("total_orders", .integer),
    ])
    private static let transaction = Schema.object([
        .required("id", .text()), .required("type", .choice(EntryKind.allCases.map(\.rawValue))),
        .required("points_change", .integer), .required("balance_after", .integer), .required("description", .text()),
        .required("created_at", .time),
    ])
    private static let offer = Schema.object([
        .required("id", .id), .required("name", .text()), .required("description", .text()),
        .required("reward_type", .choice(RewardType.allCases.map(\.rawValue))), .required("points_cost", .integer),
        .required("minimum_tier_required", .text()), .required("is_available", .boolean),
        .required("availability_message", .text()),
    ])
}
