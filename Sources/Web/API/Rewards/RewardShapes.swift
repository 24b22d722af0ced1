import Loyalty
import Storage

/// The shapes of rewards and redemptions.
enum RewardShapes {
    static let reward = Schema.named(
        "Reward",
        .object(
            [.required("id", .id)] + required(.number) + limits + [.required("redeemed_count", .integer)]))
    static let make = Schema.named("RewardDraft", .object(required(.amount) + limits))
    static let change = Schema.named(
        "RewardEdit", .object((required(.amount) + limits).map { .optional($0.name, $0.schema) }))
    static let redeem = Schema.object([
        .required("reward_id", .id),
        .optional("customer_id", .described(.id, "For whom; staff may name any member, others only themselves.")),
    ])
    static let issued = Schema.object([
        .required("id", .id), .required("code", .text()), .required("expires_at", .time),
        .required("points_used", .integer), .required("balance", .integer),
    ])
    static let ownCodes = Schema.object([
        .required(
            "items",
            .array(
                .named(
                    "OwnCode",
                    .object([
                        .required("shop_id", .id), .required("shop_name", .text()), .required("redemption", redemption),
                    ]))))
    ])
    static let use = Schema.object([.optional("order_id", .nullable(.id))])
    static let redemption = Schema.named(
        "Redemption",
        .object([
            .required("id", .id), .required("status", .choice(Redemption.Status.allCases.map(\.rawValue))),
            .required("reward_id", .id), .required("reward_name", .text()),
            .required("reward_type", .choice(RewardType.allCases.map(\.rawValue))), .required("customer_id", .id),
            .required("customer_name", .text()), .required("points_used", .integer), .required("created_at", .time),
            .required("expires_at", .time), .optional("used_at", .time), .optional("used_order_id", .nullable(.id)),
            .optional("used_by", .text()),
            .optional("code", .described(.text(), "Shown to its owner alone, while it is good.")),
        ]))

    private static func required(_ number: Schema) -> [Schema.Member] {
        [
            .required("name", .text(max: 200)), .required("points_cost", .integer),
            .required("reward_type", .choice(RewardType.allCases.map(\.rawValue))),
            .optional("discount_percentage", number), .optional("discount_amount", number),
            .optional("product", .text(max: 200)), .optional("service", .text(max: 200)),
            .optional("bonus_points", .integer),
        ]
    }

    private static var limits: [Schema.Member] {
        [
            .optional("description", .text(max: 2_000)), .optional("minimum_tier_required", .nullable(.text(max: 50))),
            .optional("is_active", .boolean), .optional("total_available", .nullable(.integer)),
            .optional("max_redemptions_per_customer", .nullable(.integer)),
            .optional("valid_from", .nullable(.time)), .optional("valid_until", .nullable(.time)),
            .optional("code_valid_days", .integer),
            .optional("on_code_expiry", .choice(CodeExpiryPolicy.allCases.map(\.rawValue))),
        ]
    }
}
