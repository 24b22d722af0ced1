import Loyalty

/// The shapes of orders.
enum OrderShapes {
    private static let status = Schema.choice(OrderStatus.allCases.map(\.rawValue))

    static let order = Schema.named(
        "Order",
        .object([
            .required("customer", customer), .required("status", status), .required("total", .amount),
            .optional("revision", .integer), .optional("currency", .text(max: 3)), .optional("shipping", .amount),
            .optional("tax", .amount),
            .optional(
                "exchange_rate",
                .described(
                    .exchangeRate, "Units of the shop's currency for one of the order's, where the two differ.")),
            .optional("placed_at", .time), .optional("updated_at", .time),
            .optional("delivered_at", .time), .optional("lines", .array(line(.amount))),
            .optional(
                "refunded_amount",
                .described(.amount, "What was refunded on the order as a whole, besides what its lines say.")),
        ]))
    static let outcome = Schema.named(
        "OrderOutcome",
        .object([
            .required("order_id", .id), .required("status", status), .required("revision", .nullable(.integer)),
            .required("stale", .boolean), .required("points_awarded", .integer), .required("points_change", .integer),
            .required("balance", .integer), .required("current_tier", .text()), .required("tier_changed", .boolean),
            .required("guest", .described(.boolean, "Whether the order has no customer, and so earns nothing yet.")),
        ]))
    static let held = Schema.named(
        "HeldOrder",
        .object([
            .required("order_id", .id), .required("customer_id", .nullable(.id)), .required("guest", .boolean),
            .required("status", status),
            .required("revision", .nullable(.integer)), .required("currency", .text()),
            .required("exchange_rate", .nullable(.number)), .required("total", .number),
            .required("shipping", .number), .required("tax", .number), .required("refunded_amount", .number),
            .required("placed_at", .nullable(.time)), .required("updated_at", .nullable(.time)),
            .required("delivered_at", .nullable(.time)), .required("lines", .array(line(.number))),
            .required("points_awarded", .integer), .required("program_version", .nullable(.integer)),
            .required("tier_at_award", .nullable(.text())), .required("converted_total", .number),
            .required(
                "qualifying_amount",
                .described(.number, "What of the order earns now, in the shop's currency.")),
        ]))

    static let claim = Schema.object([
        .required("order_id", .id),
        .optional("customer_id", .described(.id, "Whose the order is; customers claim for themselves.")),
    ])

    private static let customer = Schema.object([
        .optional("id", .described(.id, "Absent for a guest, of whom email or phone must be told.")),
        .optional("name", .text(max: 300)), .optional("email", .nullable(.text(max: 320))),
        .optional("phone", .nullable(.text(max: 40))),
    ])

    private static func line(_ amount: Schema) -> Schema {
        .object([
            .required("id", .text(max: 64)), .optional("sku", .nullable(.text(max: 64))),
            .optional("category", .nullable(.text(max: 64))), .optional("quantity", .integer),
            .required("amount", amount), .optional("refunded_quantity", .integer),
            .optional("refunded_amount", amount),
        ])
    }
}
