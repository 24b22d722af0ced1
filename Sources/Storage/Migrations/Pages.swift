extension Migration {
    /// What the pages need: who is signed in to them, and ways to what they look up.
    static let pages = Migration("003-pages") { dialect in SessionTables.statements(dialect) + PageIndexes.statements }
}

extension Migration {
    /// What the pages of those who run a shop need.
    static let overview = Migration("004-overview") { dialect in OverviewTables.statements(dialect) }
}

extension Migration {
    /// What the settings of a shop need: the colour of its pages, which keys are in use, and ways to the acts of one
    /// person or of one kind.
    static let shopSettings = Migration("005-shop-settings") { _ in
        [
            "ALTER TABLE shop ADD COLUMN accent TEXT",
            "ALTER TABLE api_key ADD COLUMN last_used_at BIGINT",
            "CREATE INDEX audit_log_by_actor ON audit_log (shop_id, actor, audit_id)",
            "CREATE INDEX audit_log_by_action ON audit_log (shop_id, action, audit_id)",
        ]
    }
}
