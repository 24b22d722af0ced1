/// What dashboards read: sums that the writing transaction maintains, so that their cost does not grow with history.
enum RollUpTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE shop_day (
                shop_id TEXT NOT NULL,
                booked_on BIGINT NOT NULL,
                earned_points BIGINT NOT NULL,
                redeemed_points BIGINT NOT NULL,
                expired_points BIGINT NOT NULL,
                adjusted_points BIGINT NOT NULL,
                reversed_points BIGINT NOT NULL,
                returned_points BIGINT NOT NULL,
                PRIMARY KEY (shop_id, booked_on)
            ) \(dialect.keyedTable)
            """,
            """
            CREATE TABLE tier_count (
                shop_id TEXT NOT NULL,
                tier_key TEXT NOT NULL,
                member_count BIGINT NOT NULL,
                PRIMARY KEY (shop_id, tier_key)
            ) \(dialect.keyedTable)
            """,
        ]
    }
}
