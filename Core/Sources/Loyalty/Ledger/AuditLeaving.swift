extension AuditFindings {
    /// Proves that whoever left has neither points nor anything that could bring some back.
    mutating func auditLeaving(of member: Member, in records: AuditRecords) {
        guard member.hasLeft else { return }
        if member.balance > .zero {
            add(.whoLeftMustHaveNothing, "", "has left, and \(member.balance) points are still there")
        }
        if member.held != .zero { add(.whoLeftMustHaveNothing, "", "has left, and \(member.held) are still held") }
        if let live = records.redemptions.first(where: { $0.outcome == nil }) {
            add(.whoLeftMustHaveNothing, "redemption \(live.id)", "is still good, and its member has left")
        }
    }
}
