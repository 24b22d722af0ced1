extension Migration {
    /// What a ledger needs that can be trusted like money: expiry, holds, referrals, bonuses, guests' orders, seals.
    static let trustedLedger = Migration("002-trusted-ledger") { dialect in
        [
            AddedColumns.statements, HoldTables.statements, ExpiryTables.statements, ReferralTables.statements,
            BonusTables.statements, GuestOrderTables.statements, SealTables.statements,
        ]
        .flatMap { statements in statements(dialect) }
    }
}
