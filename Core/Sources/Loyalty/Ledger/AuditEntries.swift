extension AuditFindings {
    /// Proves that a member's entries are numbered without gaps, chained by their hashes, and add up one by one.
    mutating func auditChain(of entries: [AuditEntry], by hash: ([UInt8]?, Entry) -> [UInt8]) {
        // Entries are large, and copying them is what takes time; so they are looked at where they stand.
        var sequence: Int64 = 0
        var balance: Int64 = 0
        var last: [UInt8]?
        for place in entries.indices {
            let next = sequence &+ 1
            sequence = entries[place].entry.sequence
            let balanceAfter = entries[place].entry.balanceAfter.count
            if sequence == next {
                if hash(last, entries[place].entry) != entries[place].hash {
                    add(.hashMustFitContent, "entry \(next)", "hash does not fit its content")
                }
                let expected = balance &+ entries[place].entry.points.count
                compare("balance_after", balanceAfter, to: expected, .balanceAfterMustFollow, "entry \(next)")
            } else {
                add(.entriesMustBeGapFree, "entry \(next)", "is missing")
            }
            auditEntry(entries[place])
            balance = balanceAfter
            last = entries[place].hash
        }
    }

    private mutating func auditEntry(_ audited: AuditEntry) {
        var row: String { "entry \(audited.entry.sequence)" }
        if audited.entry.balanceAfter < .zero, audited.entry.points < .zero, audited.entry.kind.total != .reversed {
            add(.debtMustComeFromReversal, row, "takes more than there was")
        }
        if !audited.occurredOn.isAnywhere(at: audited.entry.occurredAt) {
            add(.entryDayMustFitTime, row, "occurred_on is no day of its occurred_at")
        }
    }

    /// Proves the figures on the member's own row.
    mutating func auditFigures(of member: Member, by entries: [AuditEntry]) {
        let last = entries.last?.entry.sequence ?? 0
        if last < member.sequence { add(.entriesMustBeGapFree, "entry \(last &+ 1)", "is missing") }
        if last > member.sequence { compare("sequence", member.sequence, to: last, .sequenceMustMatchEntries) }
        let sums = LedgerSums(entries)
        compare("balance_points", member.balance.count, to: sums.closing, .balanceMustMatchEntries)
        compare("earned_points", member.earned.count, to: sums.earned &- sums.reversed, .earnedMustMatchEntries)
        compare("redeemed_points", member.redeemed.count, to: sums.redeemed &- sums.returned, .redeemedMustMatchEntries)
        compare("expired_points", member.expired.count, to: sums.expired, .expiredMustMatchEntries)
    }
}

extension Day {
    /// Whether it is this day somewhere on Earth at a moment: a shop may have moved to another zone since.
    func isAnywhere(at moment: Instant) -> Bool {
        let sinceMidnight = moment.milliseconds &- Int64(number) * millisecondsPerDay
        return (-zoneOffsetMax..<millisecondsPerDay + zoneOffsetMax).contains(sinceMidnight)
    }
}

private let millisecondsPerDay: Int64 = 86_400_000
/// Sixteen hours; no clock was ever set further from UTC.
private let zoneOffsetMax: Int64 = 57_600_000
