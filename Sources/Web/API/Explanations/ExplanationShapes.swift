import Loyalty

/// The shapes of explanations.
enum ExplanationShapes {
    static let order = Schema.named(
        "OrderExplanation",
        .object(
            [.required("order_id", .id), .required("rule", .choice(OrderExplanation.Rule.allCases.map(\.rawValue)))]
                + sentences + [
                    .required(
                        "inputs",
                        .object([
                            .required("status", .choice(OrderStatus.allCases.map(\.rawValue))),
                            .required("currency", .text()), .required("total", .number),
                            .required("shipping", .number), .required("tax", .number), .required("refunded", .number),
                            .required("remaining", .number), .required("exchange_rate", .nullable(.number)),
                            .required("shop_currency", .text()), .required("converted_total", .number),
                            .required("qualifying_amount", .number),
                        ])),
                    .required("calculation", .nullable(calculation)), .required("points_deserved", .integer),
                    .required("points_awarded", .integer), .required("points_not_taken_back", .integer),
                    .required(
                        "entries",
                        .array(.object([.required("sequence", .integer), .required("points_change", .integer)]))),
                ]))
    static let entry = Schema.named(
        "EntryExplanation",
        .object(
            [
                .required("sequence", .integer), .required("type", .choice(EntryKind.allCases.map(\.rawValue))),
                .required("points_change", .integer), .required("balance_after", .integer),
                .required("reference", .text()), .required("occurred_at", .time), .required("recorded_at", .time),
                .required("actor", .text()), .required("program_version", .nullable(.integer)),
                .required("rule", .choice(EntryExplanation.Rule.allCases.map(\.rawValue))),
            ] + sentences + [
                .required("calculation", .nullable(calculation)), .required("posted_before", .nullable(.integer)),
                .required("difference", .nullable(.integer)), .required("points_not_taken_back", .integer),
                .required("opened_lot", .nullable(lot)),
                .required(
                    "lots", .array(.object([.required("points_taken", .integer), .required("lot", lot)]))),
            ]))
    static let reward = Schema.named(
        "RewardExplanation",
        .object(
            [
                .required("reward_id", .id), .required("is_available", .boolean),
                .required("first_refusal", .nullable(.text())), .required("availability_message", .text()),
            ] + sentences + [
                .required(
                    "rules",
                    .array(
                        .object([
                            .required("code", .text()), .required("holds", .boolean),
                            .required("inputs", .map(.any([]))),
                        ])))
            ]))

    private static let sentences: [Schema.Member] = [
        .required("for_customer", .text()), .required("for_owner", .text()),
    ]
    private static let calculation = Schema.named(
        "Calculation",
        .object([
            .required("program_version", .integer),
            .required("earning_basis", .choice(EarningBasis.allCases.map(\.rawValue))),
            .required("earns_on", .choice(EarningMoment.allCases.map(\.rawValue))),
            .required("qualifying_amount", .number), .required("minimum_spend", .number),
            .required("minimum_reached", .boolean), .required("points_per_unit", .number), .required("tier", .text()),
            .required("multiplier", .number),
            .required("product", .described(.text(), "Exactly, before the one rounding.")),
            .required("rounding", .choice(Rounding.allCases.map(\.rawValue))), .required("points", .integer),
        ]))
    private static let lot = Schema.named(
        "Lot",
        .object([
            .required("sequence", .integer), .required("order_id", .nullable(.id)), .required("earned_at", .time),
            .required("available_at", .time), .required("expires_on", .nullable(.day)),
            .required("idle_days", .nullable(.integer)), .required("points", .integer),
            .required("remaining", .integer),
        ]))
}
