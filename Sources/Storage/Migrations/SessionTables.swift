/// Who is signed in to the pages. A session is a person's, in every shop, so that it is keyed by its secret alone.
enum SessionTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE session (
                secret_hash \(dialect.bytesType) NOT NULL,
                customer_id TEXT NOT NULL,
                opened_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL,
                PRIMARY KEY (secret_hash)
            )
            """,
            "CREATE INDEX session_by_customer ON session (customer_id)",
            "CREATE INDEX session_by_end ON session (ends_at)",
            "CREATE INDEX staff_by_customer ON staff (customer_id)",
        ]
    }
}
