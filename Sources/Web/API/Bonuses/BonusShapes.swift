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

    static let claim = Schema.object([
        .required("customer_id", .id), .required("event", .described(.text(max: 100), "review, or an event's key.")),
        .required("reference", .described(.id, "The occasion: for each, a member gets the bonus once.")),
        .optional("occurred_at", .nullable(.time)),
    ])
    static let bonus = Schema.named(
        "Bonus",
        .object([
            .required("customer_id", .id), .required("event", .text()), .required("reference", .id),
            .required("points_change", .integer), .required("balance", .integer), .required("sequence", .integer),
            .required("occurred_at", .time), .required("recorded_at", .time), .required("actor", .text()),
        ]))

    private static let rule: [Schema.Member] = [
        .optional("points", .integer), .optional("limit", .integer),
        .optional("period", .choice(BonusPeriod.allCases.map(\.rawValue))),
    ]
}
