/// Holds: points reserved for a checkout. An ended hold has the time of its one end in `ended_at`.
enum HoldTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE hold (
                shop_id TEXT NOT NULL,
                hold_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                points BIGINT NOT NULL CHECK (points > 0),
                reward_id TEXT,
                reference TEXT NOT NULL,
                actor TEXT NOT NULL,
                held_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                outcome TEXT,
                confirmed_points BIGINT NOT NULL DEFAULT 0,
                entry_sequence BIGINT,
                redemption_id TEXT,
                ended_at BIGINT,
                ended_by TEXT,
                PRIMARY KEY (shop_id, hold_id)
            )
            """,
            "CREATE INDEX hold_by_customer ON hold (shop_id, customer_id) WHERE ended_at IS NULL",
            "CREATE INDEX hold_by_expiry ON hold (shop_id, expires_at) WHERE ended_at IS NULL",
        ]
    }
}
