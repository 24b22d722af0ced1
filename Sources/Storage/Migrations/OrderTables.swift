/// Orders in their latest state, with the terms they took and what was posted for them.
enum OrderTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE order_state (
                shop_id TEXT NOT NULL,
                order_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                status TEXT NOT NULL,
                revision BIGINT,
                total_amount BIGINT NOT NULL,
                shipping_amount BIGINT NOT NULL,
                tax_amount BIGINT NOT NULL,
                refunded_amount BIGINT NOT NULL,
                placed_at BIGINT,
                updated_at BIGINT,
                delivered_at BIGINT,
                lines TEXT,
                terms_version BIGINT,
                terms_tier_key TEXT,
                terms_multiplier BIGINT,
                posted_points BIGINT NOT NULL,
                shortfall_points BIGINT NOT NULL,
                spending_amount BIGINT NOT NULL,
                spending_on BIGINT NOT NULL,
                is_counted BIGINT NOT NULL,
                PRIMARY KEY (shop_id, order_id)
            )
            """,
            "CREATE INDEX order_by_customer ON order_state (shop_id, customer_id)",
            """
            CREATE TABLE spending_day (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                spent_on BIGINT NOT NULL,
                amount BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id, spent_on)
            ) \(dialect.keyedTable)
            """,
        ]
    }
}
