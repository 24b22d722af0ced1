extension Migration {
    /// What the pages need: who is signed in to them, and ways to what they look up.
    static let pages = Migration("003-pages") { dialect in SessionTables.statements(dialect) + PageIndexes.statements }
}

extension Migration {
    /// What the pages of those who run a shop need.
    static let overview = Migration("004-overview") { dialect in OverviewTables.statements(dialect) }
}
