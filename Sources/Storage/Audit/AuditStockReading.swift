import Loyalty

extension AuditTallies {
    mutating func readBalance(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        try connection.forEach("SELECT balance_points FROM member WHERE shop_id = \(shop)") { row in
            balance &+= row.optionalInteger() ?? 0
        }
    }

    /// Finds rewards with more live and used redemptions than their stock, as far as the stock was never changed: that
    /// of a reward which was may have been larger.
    mutating func readOversold(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        oversold = try connection.all(
            """
            SELECT reward_id, redeemed_count, available_count FROM reward
            WHERE shop_id = \(shop) AND redeemed_count > available_count
                AND (SELECT COUNT(*) FROM audit_log
                    WHERE shop_id = \(shop) AND subject = reward_id AND action = 'save_reward') = 1
            ORDER BY reward_id
            """
        ) { row in (reward: try row.text(), redeemed: try row.integer(), available: try row.integer()) }
    }
}
