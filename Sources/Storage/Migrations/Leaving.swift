extension Migration {
    /// Members who left the program, and a way to them that costs nothing for all others.
    static let leaving = Migration("006-leaving") { _ in
        [
            "ALTER TABLE member ADD COLUMN left_at BIGINT",
            "CREATE INDEX member_by_leaving ON member (shop_id, last_activity_at) WHERE left_at IS NOT NULL",
        ]
    }
}
