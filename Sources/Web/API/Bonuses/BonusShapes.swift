import Loyalty

/// The shapes of bonuses.
enum BonusShapes {
    static let terms = Schema.named(
        "Bonuses",
        .object([
            .optional("signup_points", .integer), .optional("birthday_points", .integer),
            .optional("review", .object(rule)),
            .optional(
                "events",
                .array(.object([.required("key", .text(max: 40)), .required("name", .text(max: 100))] + rule))),
        ]))

    private static let rule: [Schema.Member] = [
        .optional("points", .integer), .optional("limit", .integer),
        .optional("period", .choice(BonusPeriod.allCases.map(\.rawValue))),
    ]
}
