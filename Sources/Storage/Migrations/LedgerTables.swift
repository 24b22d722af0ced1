/// The ledger: entries that the database itself refuses to change, the lots they open, and what they took from lots.
enum LedgerTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE entry (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                kind TEXT NOT NULL,
                points BIGINT NOT NULL,
                balance_after BIGINT NOT NULL,
                reference TEXT NOT NULL,
                description TEXT NOT NULL,
                actor TEXT NOT NULL,
                occurred_at BIGINT NOT NULL,
                occurred_on BIGINT NOT NULL,
                recorded_at BIGINT NOT NULL,
                program_version BIGINT,
                hash \(dialect.bytesType) NOT NULL,
                PRIMARY KEY (shop_id, customer_id, sequence)
            ) \(dialect.keyedTable)
            """,
            """
            CREATE TABLE lot (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                order_id TEXT,
                earned_at BIGINT NOT NULL,
                available_at BIGINT NOT NULL,
                expires_on BIGINT,
                points BIGINT NOT NULL,
                remaining_points BIGINT NOT NULL CHECK (remaining_points >= 0),
                PRIMARY KEY (shop_id, customer_id, sequence)
            ) \(dialect.keyedTable)
            """,
            """
            CREATE TABLE lot_use (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                entry_sequence BIGINT NOT NULL,
                lot_sequence BIGINT NOT NULL,
                points BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id, entry_sequence, lot_sequence)
            ) \(dialect.keyedTable)
            """,
        ] + dialect.refusingChanges("entry") + dialect.refusingChanges("lot_use")
    }
}
