import Loyalty

/// The shapes of programs.
enum ProgramShapes {
    static let edit = Schema.named("ProgramEdit", .object(settings(.amount).map { .optional($0.name, $0.schema) }))
    static let version = Schema.named("ProgramVersion", .object(versionFields))
    static let changedVersion = Schema.named(
        "ChangedProgramVersion", .object(versionFields + [.required("changes", .array(change))]))

    private static let versionFields: [Schema.Member] =
        [.required("version", .integer), .required("saved_at", .time), .required("saved_by", .text())]
        + settings(.number)
    private static let change = Schema.named(
        "ProgramChange",
        .object([
            .required("setting", .described(.text(), "`tiers.gold.threshold`")), .required("before", .any([])),
            .required("after", .any([])),
        ]))

    static let preview = Schema.named(
        "ProgramPreview",
        .object([
            .required("program_version", .integer), .required("valid", .boolean),
            .required("members", .array(counts([.required("tier", .text())], "before", "after"))),
            .required(
                "moves", .array(counts([.required("from", .text()), .required("to", .text())], "members", "points"))),
            .required("points_moved", .integer), .required("points_outstanding", .integer),
            .required(
                "sample_orders",
                .array(
                    .object([
                        .required("total", .number), .required("tier", .text()),
                        .required("before", .nullable(.integer)), .required("after", .integer),
                        .required("arithmetic", .text()),
                    ]))),
            .required("recent_orders", counts([], "days", "orders", "points_before", "points_after")),
        ]))

    private static func counts(_ others: [Schema.Member], _ names: String...) -> Schema {
        .object(others + names.map { .required($0, .integer) })
    }

    private static func settings(_ number: Schema) -> [Schema.Member] {
        [
            .required("name", .text(max: 100)), .required("description", .text(max: 2_000)),
            .required("is_active", .boolean), .required("points_per_unit", number),
            .required("minimum_spend", number),
            .required("earning_basis", .choice(EarningBasis.allCases.map(\.rawValue))),
            .required("earns_on", .choice(EarningMoment.allCases.map(\.rawValue))),
            .required("rounding", .choice(Rounding.allCases.map(\.rawValue))), .required("pending_days", .integer),
            .required(
                "expiry",
                .object([
                    .required(
                        "policy",
                        .choice(["never", "days_after_earning", "days_without_activity", "end_of_calendar_year"])),
                    .optional("days", .nullable(.integer)),
                ])), .required("tiers", .array(tier(number))),
            .required("tier_period", .choice(TierPeriod.allCases.map(\.rawValue))),
            .required("fall_policy", .choice(FallPolicy.allCases.map(\.rawValue))),
            .required("grace_days", .integer),
            .required("debt_policy", .choice(DebtPolicy.allCases.map(\.rawValue))),
            .required("code_valid_days", .integer),
            .required(
                "referral",
                .object([
                    .optional("is_active", .boolean), .optional("referrer_reward_points", .integer),
                    .optional("referee_reward_points", .integer), .optional("minimum_purchase_amount", number),
                ])), .required("bonuses", BonusShapes.terms),
        ]
    }

    private static func tier(_ number: Schema) -> Schema {
        .object([
            .optional("key", .text(max: 50)), .required("name", .text(max: 50)), .required("threshold", number),
            .required("multiplier", number), .optional("benefits", .array(.text(max: 200))),
        ])
    }
}
