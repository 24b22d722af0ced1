extension AuditFindings {
    /// Proves that points lapsed from lots of that last day, after it was over, and not without a warning; and that
    /// the member will be looked at before more of them are to lapse.
    mutating func auditLapses(of member: Member, in records: AuditRecords, on today: Day) {
        var undone: [Entry] = []
        for place in records.entries.indices where records.entries[place].entry.kind == .expired {
            let entry = records.entries[place].entry
            if entry.undoesExpiry { undone.append(entry) } else { auditLapse(by: entry, in: records) }
        }
        auditUndone(undone, in: records)
        for lot in records.lots where lot.remaining > .zero {
            guard let lastDay = lot.expiresOn else { continue }
            let lapsesOn = records.warnings.filter { $0.lastDay == lastDay }.map(\.lapsesOn).min() ?? lastDay
            // A day more, because a shop may have moved to another zone.
            let latest = max(lapsesOn + 2, lastDay + 2, today + 1)
            if let dueOn = member.dueOn, dueOn <= latest { continue }
            let dueOn = member.dueOn?.description ?? "none"
            add(.dueDayMustNotBeLate, "lot \(lot.sequence)", "due_on is \(dueOn), but it lapses after \(lapsesOn)")
        }
    }

    /// A lapse is undone only for a reversal that follows at once and takes at least as much; and in all no more is
    /// than has lapsed of what the reversals are about.
    private mutating func auditUndone(_ entries: [Entry], in records: AuditRecords) {
        guard !entries.isEmpty else { return }
        var lapsed = records.lapsedByReference
        for entry in entries {
            let row = "entry \(entry.sequence)"
            if !records.hasReversal(after: entry) {
                add(.lapseMustFitLots, row, "no reversal takes what it brings back")
            }
            lapsed[entry.reference, default: 0] &-= entry.points.count
            if lapsed[entry.reference, default: 0] < 0 {
                add(.lapseMustFitLots, row, "brings back more than had lapsed for \(entry.reference)")
            }
        }
    }

    private mutating func auditLapse(by entry: Entry, in records: AuditRecords) {
        var row: String { "entry \(entry.sequence)" }
        if entry.isOfLeaving {
            return compare("balance_after", entry.balanceAfter, to: .zero, .lapseMustFitLots, row)
        }
        guard let lastDay = Day(entry.reference) else {
            return add(.lapseMustFitLots, row, "\(entry.reference) is no day")
        }
        if !lastDay.isOverSomewhere(at: entry.recordedAt) {
            add(.lapseMustNotComeEarly, row, "lapsed before the end of \(lastDay)")
        }
        let lots = records.lots(usedBy: entry.sequence)
        for lot in lots where lot.expiresOn != lastDay && lot.idleDays == nil {
            add(
                .lapseMustFitLots, row,
                "lot \(lot.sequence) is good through \(lot.expiresOn?.description ?? "all days")")
        }
        let isWarned = records.warnings.contains { $0.lastDay == lastDay && $0.warnedAt <= entry.recordedAt }
        guard !isWarned, !records.hasReturn(at: entry), !lots.allSatisfy({ records.isCredited($0, after: lastDay) })
        else { return }
        add(.lapseMustFollowWarning, row, "lapsed without a warning")
    }
}

extension Day {
    /// Whether the day is over at a moment somewhere on Earth.
    fileprivate func isOverSomewhere(at moment: Instant) -> Bool {
        (self + 1).isAnywhere(at: moment) || moment.utcDay > self + 1
    }
}

extension AuditRecords {
    fileprivate func lots(usedBy sequence: Int64) -> [Lot] {
        uses.filter { $0.entrySequence == sequence }
            .compactMap { place(ofLot: $0.use.lotSequence).map { lots[$0] } }
    }

    /// Whether the next entry takes back in the same act what this one brought back.
    fileprivate func hasReversal(after entry: Entry) -> Bool {
        guard let place = place(ofEntry: entry.sequence &+ 1) else { return false }
        let next = entries[place].entry
        return next.kind.total == .reversed && next.reference == entry.reference
            && next.recordedAt == entry.recordedAt && next.points.count <= -entry.points.count
    }

    /// What has lapsed in all of lots that were credited for an order or a referral.
    fileprivate var lapsedByReference: [String: Int64] {
        var lapsed: [String: Int64] = [:]
        for audited in uses {
            guard let lapse = place(ofEntry: audited.entrySequence), entries[lapse].entry.kind == .expired,
                !entries[lapse].entry.undoesExpiry, let credit = place(ofEntry: audited.use.lotSequence)
            else { continue }
            lapsed[entries[credit].entry.reference, default: 0] &+= audited.use.points.count
        }
        return lapsed
    }

    /// Whether points were given back in the same act, so that they came when their day was over.
    fileprivate func hasReturn(at entry: Entry) -> Bool {
        entries.contains {
            $0.entry.kind == .reversedRedemption && $0.entry.sequence < entry.sequence
                && $0.entry.recordedAt == entry.recordedAt
        }
    }

    /// Whether a lot was credited when its last day was over already, as an import of history does.
    fileprivate func isCredited(_ lot: Lot, after lastDay: Day) -> Bool {
        place(ofEntry: lot.sequence).map { lastDay.isOverSomewhere(at: entries[$0].entry.recordedAt) } ?? true
    }
}
