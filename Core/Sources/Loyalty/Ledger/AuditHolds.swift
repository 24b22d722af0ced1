extension AuditFindings {
    /// Proves that what is held is what the live holds reserve, and that confirmed ones were spent, once.
    mutating func auditHolds(of member: Member, in records: AuditRecords) {
        let held = records.holds.reduce(0) { $1.outcome == nil ? $0 &+ $1.points.count : $0 }
        compare("held_points", member.held.count, to: held, .heldMustMatchHolds)
        var spent: Set<Int64> = []
        for hold in records.holds {
            guard case .confirmed(let confirmation) = hold.outcome else { continue }
            let row = "hold \(hold.id)"
            let place = records.place(ofEntry: confirmation.entrySequence)
            guard let place, records.entries[place].entry.kind.total == .redeemed,
                spent.insert(confirmation.entrySequence).inserted
            else {
                add(.confirmedHoldMustHaveEntry, row, "its entry \(confirmation.entrySequence) is missing")
                continue
            }
            let taken = 0 &- records.entries[place].entry.points.count
            compare("confirmed_points", confirmation.points.count, to: taken, .confirmedHoldMustHaveEntry, row)
            if confirmation.points > hold.points {
                add(.confirmedHoldMustHaveEntry, row, "more was taken than was held")
            }
            if let id = confirmation.redemptionID, !records.redemptions.contains(where: { $0.id == id }) {
                add(.confirmedHoldMustHaveEntry, row, "its redemption \(id) is missing")
            }
        }
    }
}
