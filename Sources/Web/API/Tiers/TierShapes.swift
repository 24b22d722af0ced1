import Loyalty

/// The shapes of grants and of explanations of tiers.
enum TierShapes {
    static let grant = Schema.object([
        .required("tier", .text(max: 50)), .required("through", .day), .required("reason", .text(max: 500)),
    ])
    static let held = Schema.object([.required("tier", .text()), .required("through", .day)])
    static let explanation = Schema.named(
        "TierExplanation",
        .object([
            .required("tier", .text()), .required("reason", reason),
            .required("grounds", .array(.object([.required("reason", reason), .required("tier", .text())]))),
            .required("program_version", .integer),
            .required("tier_period", .choice(TierPeriod.allCases.map(\.rawValue))),
            .required("fall_policy", .choice(FallPolicy.allCases.map(\.rawValue))),
            .required("grace_days", .integer), .required("period_from", .nullable(.day)),
            .required("period_through", .day), .required("spending", .number), .required("threshold", .number),
            .required("held_through", .nullable(.day)), .required("next_review_on", .nullable(.day)),
            .required("next_tier", .nullable(.text())), .required("next_tier_spending_needed", .number),
            .required("for_customer", .text()), .required("for_owner", .text()),
        ]))

    private static let reason = Schema.choice(TierExplanation.Reason.allCases.map(\.rawValue))
}
