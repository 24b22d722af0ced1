extension MovedTable {
    /// Entries, the lots they opened, what they took from lots, and the seals over all of it.
    static let ledgerTables = [
        MovedTable(
            "entry", keyCount: 3,
            [
                .text("shop_id"), .text("customer_id"), .integer("sequence"), .text("kind"), .integer("points"),
                .integer("balance_after"), .text("reference"), .text("description"), .text("actor"),
                .integer("occurred_at"), .integer("occurred_on"), .integer("recorded_at"),
                .optionalInteger("program_version"), .bytes("hash"), .optionalInteger("basis_amount"),
            ]),
        MovedTable(
            "lot", keyCount: 3,
            [
                .text("shop_id"), .text("customer_id"), .integer("sequence"), .optionalText("order_id"),
                .integer("earned_at"), .integer("available_at"), .optionalInteger("expires_on"), .integer("points"),
                .integer("remaining_points"), .optionalInteger("idle_days"),
            ]),
        MovedTable(
            "lot_use", keyCount: 4,
            [
                .text("shop_id"), .text("customer_id"), .integer("entry_sequence"), .integer("lot_sequence"),
                .integer("points"),
            ]),
        MovedTable(
            "seal", keyCount: 2,
            [
                .text("shop_id"), .integer("number"), .integer("sealed_on"), .integer("covers_before_at"),
                .integer("sealed_at"), .integer("member_count"), .integer("entry_count"), .integer("balance_points"),
                .bytes("members_hash"), .bytes("hash"),
            ]),
    ]
}
