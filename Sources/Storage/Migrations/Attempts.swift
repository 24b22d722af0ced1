extension Migration {
    /// Attempts at passwords and codes, counted by all servers together. They are those of people and addresses, in
    /// whatever shop, so that they are keyed by what they are of alone.
    static let attempts = Migration("007-attempts") { dialect in
        [
            """
            CREATE TABLE attempt_window (
                slot BIGINT NOT NULL,
                attempt_count BIGINT NOT NULL,
                ends_at BIGINT NOT NULL,
                PRIMARY KEY (slot)
            ) \(dialect.keyedTable)
            """,
            "CREATE INDEX attempt_window_by_end ON attempt_window (ends_at)",
        ]
    }
}
