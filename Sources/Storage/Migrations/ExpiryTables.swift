/// What members were told about points that will lapse, and how far the scheduled work of each shop has come.
///
/// A warning is about the lots whose last day is `expires_on`; they lapse at the end of `lapses_on`, which is later
/// where the first warning came too late. `review_from` is the member after whom the review goes on that a program
/// asked for.
enum ExpiryTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE expiry_warning (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                expires_on BIGINT NOT NULL,
                days_before BIGINT NOT NULL,
                lapses_on BIGINT NOT NULL,
                points BIGINT NOT NULL,
                warned_at BIGINT NOT NULL,
                PRIMARY KEY (shop_id, customer_id, expires_on, days_before)
            ) \(dialect.keyedTable)
            """,
            """
            CREATE TABLE shop_upkeep (
                shop_id TEXT PRIMARY KEY NOT NULL,
                birthdays_through_on BIGINT,
                closed_before_at BIGINT,
                review_from TEXT
            ) \(dialect.keyedTable)
            """,
        ]
    }
}
