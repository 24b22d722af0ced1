import Loyalty

/// The shapes of holds.
enum HoldShapes {
    static let referenceLengthMax = 200

    static let place = Schema.object([
        .required("customer_id", .id),
        .optional("points", .described(.nullable(.integer), "How many; or else name a reward.")),
        .optional("reward_id", .described(.nullable(.id), "A reward with all it takes; or else give points.")),
        .optional("reference", .nullable(.text(max: referenceLengthMax))),
        .optional("seconds", .described(.nullable(.integer), "How long it lasts: 900, and a day at most.")),
    ])
    static let confirm = Schema.object([
        .optional("points", .described(.nullable(.integer), "How many are spent; all without it.")),
        .optional("order_id", .nullable(.id)),
    ])
    static let hold = Schema.named(
        "Hold",
        .object([
            .required("id", .id), .required("status", .choice(Hold.Status.allCases.map(\.rawValue))),
            .required("customer_id", .id), .required("points", .integer), .required("reward_id", .nullable(.id)),
            .required("reference", .text()), .required("created_at", .time), .required("expires_at", .time),
            .optional("confirmed_points", .integer), .optional("confirmed_at", .time),
            .optional("redemption_id", .nullable(.id)),
            .optional("code", .described(.text(), "What a hold of a reward became; shown to whoever confirms it.")),
        ]))
}
