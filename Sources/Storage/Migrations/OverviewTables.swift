/// What the overview of a shop reads besides: who joined when, what members were warned of, who is in debt, and what
/// was done to whom. None of it costs an order of somebody who is a member anything.
enum OverviewTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE joined_day (
                shop_id TEXT NOT NULL,
                joined_on BIGINT NOT NULL,
                member_count BIGINT NOT NULL,
                PRIMARY KEY (shop_id, joined_on)
            ) \(dialect.keyedTable)
            """,
            "INSERT INTO joined_day (shop_id, joined_on, member_count) "
                + "SELECT shop_id, joined_on, COUNT(*) FROM member GROUP BY shop_id, joined_on",
            """
            CREATE TABLE warned_day (
                shop_id TEXT NOT NULL,
                expires_on BIGINT NOT NULL,
                days_before BIGINT NOT NULL,
                member_count BIGINT NOT NULL,
                points BIGINT NOT NULL,
                PRIMARY KEY (shop_id, expires_on, days_before)
            ) \(dialect.keyedTable)
            """,
            "INSERT INTO warned_day (shop_id, expires_on, days_before, member_count, points) "
                + "SELECT shop_id, expires_on, days_before, COUNT(*), SUM(points) FROM expiry_warning "
                + "GROUP BY shop_id, expires_on, days_before",
            "CREATE INDEX member_by_debt ON member (shop_id, balance_points) WHERE balance_points < 0",
            "CREATE INDEX audit_log_by_subject ON audit_log (shop_id, subject, audit_id)",
        ]
    }
}
