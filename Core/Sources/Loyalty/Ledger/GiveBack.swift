/// Points that were given back to the lots they came from, and what of them lapsed at once.
public struct GiveBack: Hashable, Sendable {
    public let posting: Posting
    /// One entry for each last day that has passed since; mostly none.
    public let lapses: [Posting]

    /// All entries, in their order.
    public var postings: [Posting] { [posting] + lapses }
}

extension MemberLedger {
    /// Books a credit that gives points back to the lots they were taken from; a debt is covered from them first, and
    /// what comes back to a lot whose last day has passed lapses at once.
    /// - Parameter uses: What is given back, all of it from lots that the ledger was given.
    mutating func giveBack(_ uses: [LotUse], _ draft: EntryDraft, in calendar: any ShopCalendar) -> GiveBack {
        let posting = restore(uses, draft)
        return GiveBack(posting: posting, lapses: lapse(passed: uses, draft, in: calendar))
    }

    /// Lets go of what came back too late, and has the member warned of the rest.
    private mutating func lapse(
        passed uses: [LotUse], _ draft: EntryDraft, in calendar: any ShopCalendar
    ) -> [Posting] {
        let returned = Dictionary(uniqueKeysWithValues: uses.map { ($0.lotSequence, $0.points) })
        let today = calendar.day(of: draft.occurredAt)
        var lapses: [Posting] = []
        for part in LotSchedule(lots, of: member, in: calendar).parts {
            let late = part.lots.compactMap { lot in
                returned[lot.sequence].map { LotUse(lotSequence: lot.sequence, points: min($0, lot.remaining)) }
            }
            guard !late.isEmpty else { continue }
            if part.lastDay >= today {
                member.wake(beforeLapseOn: part.lastDay)
            } else {
                lapses.append(lapse(late, .lapse(of: part.lastDay, at: draft.occurredAt, recordedAt: draft.recordedAt)))
            }
        }
        return lapses
    }
}

extension EntryDraft {
    /// - Parameter lastDay: The last day that the points were good for.
    static func lapse(of lastDay: Day, at occurredAt: Instant, recordedAt: Instant) -> EntryDraft {
        EntryDraft(
            kind: .expired, reference: lastDay.description, description: "Expired: good through \(lastDay)",
            actor: serverActor, occurredAt: occurredAt, recordedAt: recordedAt, programVersion: nil)
    }
}

/// Who acts where nobody does: the server itself.
public let serverActor = "tuzo"
