extension Migration {
    /// The first release: shops, members, programs, orders, the ledger, rewards, roll-ups, access.
    static let firstSchema = Migration("001-first-schema") { dialect in
        ShopTables.statements + OrderTables.statements + LedgerTables.statements(dialect)
            + RewardTables.statements(dialect) + RollUpTables.statements + AccessTables.statements(dialect)
    }
}
