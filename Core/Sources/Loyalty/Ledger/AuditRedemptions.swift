extension AuditFindings {
    /// Proves that redemptions were paid for once, and given back only if they were cancelled or expired.
    mutating func auditRedemptions(in records: AuditRecords) {
        let entries = records.entries.map(\.entry)
        let payments = entries.filter { $0.kind.total == .redeemed }
        let returns = entries.filter { $0.kind.total == .returned }
        guard !(payments.isEmpty && returns.isEmpty && records.redemptions.isEmpty) else { return }
        let paid = Dictionary(payments.map { ($0.redemptionID, $0) }, uniquingKeysWith: { first, _ in first })
        let returned = Dictionary(returns.map { ($0.redemptionID, $0.points.count) }, uniquingKeysWith: &+)
        let credited = records.creditsOfCodes
        for redemption in records.redemptions {
            auditRedemption(redemption, paidBy: paid[redemption.id], returned: returned[redemption.id] ?? 0)
            let due = redemption.outcome.isUse ? redemption.bonusPoints.count : 0
            compare(
                "what its code gave", credited[redemption.id] ?? 0, to: due, .codeMustGiveBonus,
                "redemption \(redemption.id)")
        }
        let known = Set(records.redemptions.map(\.entrySequence) + records.holds.compactMap(\.entrySequence))
        for entry in payments where !known.contains(entry.sequence) {
            add(.entryMustNameRedemption, "entry \(entry.sequence)", "its redemption \(entry.reference) is missing")
        }
    }

    private mutating func auditRedemption(_ redemption: Redemption, paidBy payment: Entry?, returned: Int64) {
        let row = "redemption \(redemption.id)"
        guard let payment, payment.sequence == redemption.entrySequence else {
            return add(.redemptionMustHaveEntry, row, "its entry \(redemption.entrySequence) is missing")
        }
        let cost = redemption.cost.count
        compare("cost_points", cost, to: 0 &- payment.points.count, .redemptionMustHaveEntry, row)
        let due: Int64 =
            switch redemption.outcome {
            case .cancelled: cost
            case .expired: redemption.onCodeExpiry == .giveBack ? cost : 0
            case .used, nil: 0
            }
        compare("what was given back", returned, to: due, .returnMustMatchCancellation, row)
    }
}

extension Redemption.Outcome? {
    fileprivate var isUse: Bool { if case .used = self { true } else { false } }
}

extension AuditRecords {
    /// What the codes of rewards of bonus points credited when they were used.
    fileprivate var creditsOfCodes: [Redemption.ID: Int64] {
        let bonuses = Set(bonuses.map(\.entrySequence))
        let credits = entries.map(\.entry).filter { $0.kind == .earnedBonus && !bonuses.contains($0.sequence) }
        return Dictionary(credits.map { ($0.redemptionID, $0.points.count) }, uniquingKeysWith: &+)
    }
}

extension Hold {
    /// The entry that a confirmed hold was spent by.
    fileprivate var entrySequence: Int64? {
        if case .confirmed(let confirmation) = outcome { confirmation.entrySequence } else { nil }
    }
}

extension Entry {
    fileprivate var redemptionID: Redemption.ID { Identifier(trusted: reference) }
}
