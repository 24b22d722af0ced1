extension AuditFindings {
    /// Proves that points lapsed from lots of that last day, after it was over, and not without a warning; and that
    /// the member will be looked at before more of them are to lapse.
    mutating func auditLapses(of member: Member, in records: AuditRecords, on today: Day) {
        for place in records.entries.indices where records.entries[place].entry.kind == .expired {
            auditLapse(by: records.entries[place].entry, in: records)
        }
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

    private mutating func auditLapse(by entry: Entry, in records: AuditRecords) {
        var row: String { "entry \(entry.sequence)" }
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
