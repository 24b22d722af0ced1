/// Members: the account of a customer in one shop, and its rises and falls.
enum MemberTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE member (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                joined_at BIGINT NOT NULL,
                joined_on BIGINT NOT NULL,
                referral_code TEXT NOT NULL,
                tier_key TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                balance_points BIGINT NOT NULL,
                held_points BIGINT NOT NULL,
                earned_points BIGINT NOT NULL,
                redeemed_points BIGINT NOT NULL,
                expired_points BIGINT NOT NULL,
                order_count BIGINT NOT NULL,
                tier_change_count BIGINT NOT NULL,
                last_activity_at BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id)
            ) \(dialect.keyedTable)
            """,
            "CREATE INDEX member_by_customer ON member (customer_id, shop_id)",
            "CREATE UNIQUE INDEX member_by_referral_code ON member (shop_id, referral_code)",
            "CREATE INDEX member_by_earned ON member (shop_id, earned_points)",
            "CREATE INDEX member_by_activity ON member (shop_id, last_activity_at)",
            """
            CREATE TABLE tier_change (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                number BIGINT NOT NULL,
                from_tier_key TEXT NOT NULL,
                to_tier_key TEXT NOT NULL,
                cause TEXT NOT NULL,
                reference TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id, number)
            )
            """,
        ]
    }
}
