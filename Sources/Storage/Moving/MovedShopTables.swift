extension MovedTable {
    /// Shops, their programs, who works in them and with which keys, and who did what.
    static let shopTables = [
        MovedTable(
            "shop", keyCount: 1,
            [
                .text("shop_id"), .text("name"), .text("owner_id"), .text("currency"), .text("time_zone"),
                .optionalText("logo_url"), .integer("created_at"), .optionalText("accent"),
            ]),
        MovedTable(
            "program_version", keyCount: 2,
            [
                .text("shop_id"), .integer("number"), .integer("saved_at"), .text("author"), .text("settings"),
                .optionalText("earlier_tiers"), .optionalInteger("expiry_switched_on"),
            ]),
        MovedTable(
            "staff", keyCount: 2,
            [.text("shop_id"), .text("customer_id"), .integer("added_at"), .text("added_by")]),
        MovedTable(
            "api_key", keyCount: 2,
            [
                .text("shop_id"), .text("key_id"), .text("name"), .text("scopes"), .bytes("secret_hash"),
                .text("last_four"), .integer("created_at"), .text("created_by"), .optionalInteger("revoked_at"),
                .optionalInteger("last_used_at"),
            ]),
        MovedTable(
            "audit_log", keyCount: 2,
            [
                .text("shop_id"), .text("audit_id"), .integer("recorded_at"), .text("actor"), .text("action"),
                .text("subject"), .text("before_state"), .text("after_state"),
            ]),
        MovedTable(
            "kept_answer", keyCount: 4,
            [
                .text("shop_id"), .text("principal"), .text("route"), .bytes("key_hash"), .bytes("request_hash"),
                .bytes("claim"), .integer("claimed_at"), .optionalInteger("effect_at"), .optionalBytes("answer"),
            ]),
        MovedTable(
            "shop_upkeep", keyCount: 1,
            [
                .text("shop_id"), .optionalInteger("birthdays_through_on"), .optionalInteger("closed_before_at"),
                .optionalText("review_from"),
            ]),
    ]
}
