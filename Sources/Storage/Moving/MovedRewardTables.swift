extension MovedTable {
    /// Rewards, what was redeemed, and points that are held for checkouts.
    static let rewardTables = [
        MovedTable(
            "reward", keyCount: 2,
            [
                .text("shop_id"), .text("reward_id"), .text("name"), .text("description"), .text("reward_type"),
                .integer("benefit_amount"), .text("benefit_name"), .integer("cost_points"),
                .text("minimum_tier_key"), .integer("is_active"), .optionalInteger("available_count"),
                .optionalInteger("customer_limit_count"), .optionalInteger("valid_from_at"),
                .optionalInteger("valid_until_at"), .integer("code_valid_days"), .text("on_code_expiry"),
                .integer("redeemed_count"), .optionalInteger("deleted_at"),
            ]),
        MovedTable(
            "redemption", keyCount: 2,
            [
                .text("shop_id"), .text("redemption_id"), .text("reward_id"), .text("customer_id"),
                .integer("cost_points"), .integer("entry_sequence"), .bytes("code_hash"), .bytes("code_sealed"),
                .integer("issued_at"), .integer("expires_at"), .optionalInteger("used_at"),
                .optionalText("used_order_id"), .optionalInteger("cancelled_at"), .optionalInteger("expired_at"),
                .optionalText("ended_by"), .text("on_code_expiry"), .integer("bonus_points"),
            ]),
        MovedTable(
            "hold", keyCount: 2,
            [
                .text("shop_id"), .text("hold_id"), .text("customer_id"), .integer("points"),
                .optionalText("reward_id"), .text("reference"), .text("actor"), .integer("held_at"),
                .integer("expires_at"), .optionalText("outcome"), .integer("confirmed_points"),
                .optionalInteger("entry_sequence"), .optionalText("redemption_id"), .optionalInteger("ended_at"),
                .optionalText("ended_by"),
            ]),
    ]
}
