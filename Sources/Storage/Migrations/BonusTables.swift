/// Bonuses that were given, so that none is given twice and limits can be counted.
enum BonusTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE bonus (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                event_key TEXT NOT NULL,
                reference TEXT NOT NULL,
                occurred_on BIGINT NOT NULL,
                entry_sequence BIGINT NOT NULL,
                points BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id, event_key, reference)
            ) \(dialect.keyedTable)
            """,
            "CREATE INDEX bonus_by_day ON bonus (shop_id, customer_id, event_key, occurred_on)",
        ]
    }
}
