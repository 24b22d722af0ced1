extension MovedTable {
    /// What shops sum up.
    static let sumTables = [
        MovedTable(
            "shop_day", keyCount: 2,
            [
                .text("shop_id"), .integer("booked_on"), .integer("earned_points"), .integer("redeemed_points"),
                .integer("expired_points"), .integer("adjusted_points"), .integer("reversed_points"),
                .integer("returned_points"),
            ]),
        MovedTable(
            "tier_count", keyCount: 2, [.text("shop_id"), .text("tier_key"), .integer("member_count")]),
        MovedTable(
            "joined_day", keyCount: 2, [.text("shop_id"), .integer("joined_on"), .integer("member_count")]),
        MovedTable(
            "warned_day", keyCount: 3,
            [
                .text("shop_id"), .integer("expires_on"), .integer("days_before"), .integer("member_count"),
                .integer("points"),
            ]),
    ]
}
