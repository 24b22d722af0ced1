extension AuditFindings {
    /// Proves that lots are what their credits opened, less what the entries took from them.
    mutating func auditLots(of member: Member, in records: AuditRecords, given context: AuditContext) {
        var takenFromLot = [Int64](repeating: 0, count: records.lots.count)
        var takenByEntry = [Int64](repeating: 0, count: records.entries.count)
        for audited in records.uses {
            let row = "lot_use \(audited.entrySequence)/\(audited.use.lotSequence)"
            if let place = records.place(ofEntry: audited.entrySequence) {
                takenByEntry[place] &+= audited.use.points.count
            } else {
                add(.useMustNameEntry, row, "its entry is missing")
            }
            if let place = records.place(ofLot: audited.use.lotSequence) {
                takenFromLot[place] &+= audited.use.points.count
            } else {
                add(.useMustNameLot, row, "its lot is missing")
            }
        }
        for place in records.entries.indices { auditUses(by: place, taking: takenByEntry[place], in: records) }
        for place in records.lots.indices {
            auditLot(records.lots[place], less: takenFromLot[place], in: records, given: context)
        }
        let remaining = records.lots.reduce(0) { $0 &+ $1.remaining.count }
        compare("the sum of its lots", remaining, to: max(0, member.balance.count), .lotsMustCoverBalance)
    }

    /// What is in the lots together is the balance, or nothing during a debt; so each entry moves both alike.
    private mutating func auditUses(by place: Int, taking taken: Int64, in records: AuditRecords) {
        let opensLot = records.entries[place].opensLot
        let sequence = records.entries[place].entry.sequence
        if opensLot, records.place(ofLot: sequence) == nil {
            add(.creditMustHaveLot, "entry \(sequence)", "its lot is missing")
        }
        let points = records.entries[place].entry.points.count
        let after = records.entries[place].entry.balanceAfter.count
        let expected = (opensLot ? points : 0) &+ max(0, after &- points) &- max(0, after)
        compare("what it took from lots", taken, to: expected, .usesMustMatchEntry, "entry \(sequence)")
    }

    private mutating func auditLot(
        _ lot: Lot, less taken: Int64, in records: AuditRecords, given context: AuditContext
    ) {
        var row: String { "lot \(lot.sequence)" }
        compare("remaining_points", lot.remaining.count, to: lot.points.count &- taken, .lotMustAddUp, row)
        if lot.remaining < .zero { add(.lotMustAddUp, row, "remaining_points are below zero") }
        guard let place = records.place(ofEntry: lot.sequence), records.entries[place].opensLot else {
            return add(.lotMustHaveCredit, row, "no credit opened it")
        }
        compare("points", lot.points, to: records.entries[place].entry.points, .lotMustHaveCredit, row)
        auditTerms(of: lot, openedBy: records.entries[place], given: context)
    }

    /// A lot is good for as long as the program in force at its credit says.
    private mutating func auditTerms(of lot: Lot, openedBy credit: AuditEntry, given context: AuditContext) {
        var row: String { "lot \(lot.sequence)" }
        let entry = credit.entry
        compare("earned_at", lot.earnedAt, to: entry.occurredAt, .lotMustKeepTerms, row)
        let version = entry.programVersion.flatMap(context.version)
        let life = version?.life(ofPointsEarnedOn: credit.occurredOn) ?? .endless
        compare("expires_on", lot.expiresOn, to: life.expiresOn, .lotMustKeepTerms, row)
        compare("idle_days", lot.idleDays, to: life.idleDays, .lotMustKeepTerms, row)
        let orderID = entry.kind == .earnedPurchase ? entry.reference : nil
        compare("order_id", lot.orderID?.text, to: orderID, .lotMustKeepTerms, row)
        let pendingDays = orderID == nil ? 0 : version?.program.pendingDays ?? 0
        compare("available_at", lot.availableAt, to: entry.occurredAt.adding(days: pendingDays), .lotMustKeepTerms, row)
    }
}
