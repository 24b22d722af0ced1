extension MovedTable {
    /// Orders of members and of guests, and what members spent.
    static let orderTables = [
        MovedTable(
            "order_state", keyCount: 2,
            [
                .text("shop_id"), .text("order_id"), .text("customer_id"), .text("status"),
                .optionalInteger("revision"), .integer("total_amount"), .integer("shipping_amount"),
                .integer("tax_amount"), .integer("refunded_amount"), .optionalInteger("placed_at"),
                .optionalInteger("updated_at"), .optionalInteger("delivered_at"), .optionalText("lines"),
                .optionalInteger("terms_version"), .optionalText("terms_tier_key"),
                .optionalInteger("terms_multiplier"), .integer("posted_points"), .integer("shortfall_points"),
                .integer("spending_amount"), .integer("spending_on"), .integer("is_counted"),
                .optionalText("currency"), .optionalText("exchange_rate"),
            ]),
        MovedTable(
            "spending_day", keyCount: 3,
            [.text("shop_id"), .text("customer_id"), .integer("spent_on"), .integer("amount")]),
        MovedTable(
            "guest_order", keyCount: 2,
            [.text("shop_id"), .text("order_id"), .text("document"), .integer("received_at")]),
    ]
}
