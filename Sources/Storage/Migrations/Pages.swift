extension Migration {
    /// What the pages need: who is signed in to them.
    static let pages = Migration("003-pages") { dialect in SessionTables.statements(dialect) }
}
