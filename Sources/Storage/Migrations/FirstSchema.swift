extension Migration {
    /// The first release: shops, members, programs, orders, the ledger, rewards, roll-ups, access.
    static let firstSchema = Migration("001-first-schema") { dialect in
        [
            ShopTables.statements, MemberTables.statements, OrderTables.statements, LedgerTables.statements,
            RewardTables.statements, RollUpTables.statements, AccessTables.statements,
        ]
        .flatMap { statements in statements(dialect) }
    }
}
