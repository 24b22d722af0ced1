import Loyalty

/// The shapes of members and entries.
enum MemberShapes {
    static let member = Schema.named("Member", .object(memberFields))
    static let membership = Schema.named(
        "Membership",
        .object([.required("shop_id", .id), .required("shop_name", .text()), .required("member", member)]))
    static let entry = Schema.named(
        "Entry",
        .object([
            .required("sequence", .integer), .required("id", .text()),
            .required("type", .choice(EntryKind.allCases.map(\.rawValue))), .required("points_change", .integer),
            .required("balance_after", .integer), .required("reference", .text()), .required("description", .text()),
            .required("occurred_at", .time), .required("recorded_at", .time), .required("actor", .text()),
            .required("program_version", .nullable(.integer)), .required("hash", .text()),
        ]))
    static let enrolment = Schema.object([
        .optional("name", .text(max: 300)), .optional("email", .nullable(.text(max: 320))),
        .optional("phone", .nullable(.text(max: 40))), .optional("birthday", .nullable(.day)),
    ])
    static let notice = Schema.named(
        "Notice",
        .object([
            .required("type", .choice(["points_expiring"])), .required("shop_id", .id),
            .required("shop_name", .text()), .required("points", .integer), .required("expires_on", .day),
            .required("created_at", .time),
        ]))
    static let adjustment = Schema.object(adjustmentFields)
    static let namedAdjustment = Schema.object([.required("customer_id", .id)] + adjustmentFields)
    static let adjusted = Schema.object([
        .required("customer_id", .id), .required("points_change", .integer), .required("balance", .integer),
        .required("sequence", .integer),
    ])
    static let me = Schema.named(
        "Me",
        .object([
            .required("customer_id", .id), .required("name", .text()), .required("email", .nullable(.text())),
            .required("phone", .nullable(.text())), .required("birthday", .nullable(.day)),
            .required("owned_shops", .array(.id)), .required("membership_count", .integer),
        ]))

    /// Points that lapse at the end of a day.
    private static let expiring = Schema.object([.required("expires_on", .day), .required("points", .integer)])
    private static let adjustmentFields: [Schema.Member] = [
        .required("points", .described(.integer, "Positive to give, negative to take.")),
        .required("reason", .text(max: 500)),
    ]
    private static let memberFields: [Schema.Member] = [
        .required("customer_id", .id), .required("name", .text()), .required("email", .nullable(.text())),
        .required("current_tier", .text()), .required("tier_progress", .number),
        .required("tier_grant", .nullable(TierShapes.held)),
        .required("next_tier_spending_needed", .number), .required("points_balance", .integer),
        .required("points_available", .integer), .required("points_pending", .integer),
        .required("points_held", .integer), .required("expiring", .array(expiring)),
        .required("total_points_earned", .integer),
        .required("total_points_redeemed", .integer), .required("total_points_expired", .integer),
        .required("annual_spending", .number), .required("total_orders", .integer), .required("joined_at", .time),
        .required("left_at", .nullable(.time)),
        .required("last_activity", .time), .required("referral_code", .text()),
    ]
}
