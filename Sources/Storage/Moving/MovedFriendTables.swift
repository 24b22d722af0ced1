extension MovedTable {
    /// Who invited whom, and bonuses that were given.
    static let friendTables = [
        MovedTable(
            "referral", keyCount: 2,
            [
                .text("shop_id"), .text("referral_id"), .text("referrer_id"), .text("referee_id"),
                .integer("claimed_at"), .optionalBytes("address_hash"), .integer("terms_version"), .text("state"),
                .optionalText("block_reason"), .optionalText("first_order_id"), .optionalInteger("first_order_on"),
                .integer("referrer_posted_points"), .integer("referrer_shortfall_points"),
                .optionalInteger("referrer_lot_sequence"), .integer("referee_posted_points"),
                .integer("referee_shortfall_points"), .optionalInteger("referee_lot_sequence"),
                .integer("changed_at"), .optionalText("decided_by"), .optionalText("decision_note"),
            ]),
        MovedTable(
            "bonus", keyCount: 4,
            [
                .text("shop_id"), .text("customer_id"), .text("event_key"), .text("reference"),
                .integer("occurred_on"), .integer("entry_sequence"), .integer("points"),
            ]),
    ]
}
