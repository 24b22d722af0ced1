extension AuditFindings {
    /// Proves that a member's rises and falls follow one upon the other, and lead to the tier held.
    mutating func auditTierChanges(of member: Member, in records: AuditRecords) {
        var last: TierChange?
        for change in records.tierChanges {
            let row = "tier_change \(change.number)"
            compare("number", change.number, to: (last?.number ?? 0) &+ 1, .tierChangesMustContinue, row)
            if let last { compare("from_tier_key", change.from, to: last.to, .tierChangesMustContinue, row) }
            last = change
        }
        let count = Int64(records.tierChanges.count)
        compare("tier_change_count", member.tierChangeCount, to: count, .tierChangesMustContinue)
        if let last { compare("tier_key", member.tierKey, to: last.to, .tierChangesMustContinue) }
    }

    /// Proves that the spending gives the tier held.
    ///
    /// The tier is brought up to date whenever the member's row is written, and the last entry or change tells of a
    /// moment when it was. So it is the standing under a version in force then or later, on a day then or later.
    mutating func auditTier(of member: Member, in records: AuditRecords, given context: AuditContext) {
        guard let newest = context.versions.last else {
            return compare("tier_key", member.tierKey, to: "", .tierMustFollowSpending)
        }
        let history = SpendingHistory(records.spending)
        func tierKey(under version: ProgramVersion, on day: Day) -> String {
            let tiers = version.tiers
            return tiers.ladder[tiers.standing(of: member, history, on: day).rank].key
        }
        guard member.tierKey != tierKey(under: newest, on: context.today) else { return }
        let since = records.lastWrite(of: member)
        let before = context.versions.last { $0.savedAt < since.adding(days: -1) }?.number ?? 0
        let versions = context.versions.drop { $0.number < before }
        let days = (since.utcDay - 1).number...(max(since.utcDay, context.today) + 1).number
        let isPossible = versions.contains { version in
            days.contains { tierKey(under: version, on: Day(number: $0)) == member.tierKey }
        }
        guard !isPossible else { return }
        compare("tier_key", member.tierKey, to: tierKey(under: newest, on: context.today), .tierMustFollowSpending)
    }
}

extension AuditRecords {
    /// The latest moment at which the member's row is known to have been written.
    fileprivate func lastWrite(of member: Member) -> Instant {
        max(entries.last?.entry.recordedAt ?? member.joinedAt, tierChanges.last?.at ?? member.joinedAt)
    }
}
