extension MovedTable {
    /// Members, their rises and falls, and what they were warned of.
    static let memberTables = [
        MovedTable(
            "member", keyCount: 2,
            [
                .text("shop_id"), .text("customer_id"), .integer("joined_at"), .integer("joined_on"),
                .text("referral_code"), .text("tier_key"), .integer("sequence"), .integer("balance_points"),
                .integer("held_points"), .integer("earned_points"), .integer("redeemed_points"),
                .integer("expired_points"), .integer("order_count"), .integer("tier_change_count"),
                .integer("last_activity_at"), .optionalInteger("due_on"), .optionalText("referral_id"),
                .optionalText("granted_tier_key"), .optionalInteger("granted_on"),
                .optionalInteger("granted_through_on"), .optionalInteger("left_at"),
            ]),
        MovedTable(
            "tier_change", keyCount: 3,
            [
                .text("shop_id"), .text("customer_id"), .integer("number"), .text("from_tier_key"),
                .text("to_tier_key"), .text("cause"), .text("reference"), .integer("changed_at"),
            ]),
        MovedTable(
            "expiry_warning", keyCount: 4,
            [
                .text("shop_id"), .text("customer_id"), .integer("expires_on"), .integer("days_before"),
                .integer("lapses_on"), .integer("points"), .integer("warned_at"),
            ]),
    ]
}
