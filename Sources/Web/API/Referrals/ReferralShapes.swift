import Loyalty

/// The shapes of referrals.
enum ReferralShapes {
    static let terms = Schema.named(
        "ReferralTerms", .object(settings(.number).map { .required($0.name, $0.schema) }))
    static let edit = Schema.named("ReferralTermsEdit", .object(settings(.amount)))
    static let claim = Schema.object([
        .required("code", .text(max: 64)),
        .optional(
            "customer_id", .described(.nullable(.id), "Who was invited; keys name them, people claim themselves.")),
        .optional("address", .described(.nullable(.text(max: 64)), "The customer's address, as the platform saw it.")),
    ])
    static let claimed = Schema.named(
        "ReferralClaim",
        .object([
            .required("id", .id), .required("state", state), .required("block_reason", reason),
            .required("claimed_at", .time), .required("referee_reward_points", .integer),
            .required("minimum_purchase_amount", .number),
        ]))
    static let decision = Schema.object([
        .required("decision", .choice(ReferralVerdict.allCases.map(\.rawValue))),
        .optional("note", .nullable(.text(max: 500))),
    ])
    static let referral = Schema.named(
        "Referral",
        .object([
            .required("id", .id), .required("state", state), .required("block_reason", reason),
            .required("referrer_id", .id), .required("referrer_name", .text()), .required("referee_id", .id),
            .required("referee_name", .text()), .required("claimed_at", .time), .required("changed_at", .time),
            .required("program_version", .integer), .required("first_order_id", .nullable(.id)),
            .required("referrer_points", .integer), .required("referee_points", .integer),
            .required("decided_by", .nullable(.text())), .required("note", .nullable(.text())),
        ]))
    static let state = Schema.choice(ReferralState.allCases.map(\.rawValue))
    private static let reason = Schema.nullable(.choice(ReferralBlock.allCases.map(\.rawValue)))

    private static func settings(_ number: Schema) -> [Schema.Member] {
        [
            .optional("is_active", .boolean), .optional("referrer_reward_points", .integer),
            .optional("referee_reward_points", .integer), .optional("minimum_purchase_amount", number),
        ]
    }
}
