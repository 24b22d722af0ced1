/// Brings a member up to date: warns of points that will lapse, lets lapse what nobody used in time, and reviews the
/// tier.
///
/// Whatever the number of times it is asked for a day, it decides everything once; and whenever it is asked, the points
/// that lapse are the same, except that they wait for the holds on them to end.
public func decideUpkeep(given context: UpkeepContext) -> UpkeepDecision {
    var round = UpkeepRound(context)
    for part in LotSchedule(context.lots, of: context.member, in: context.calendar).parts { round.look(at: part) }
    round.lapse()
    var member = round.ledger.member
    let tierChange = member.review(by: context.tiers, context.history, on: context.today, at: context.now)
    return UpkeepDecision(
        member: member, lots: round.ledger.lots, lapses: round.lapses, warnings: round.warnings,
        postponed: round.postponed, tierChange: tierChange)
}

/// A decision in the making.
private struct UpkeepRound {
    /// Lots that are to lapse, and the day at whose end they do.
    private struct Due {
        let part: LotSchedule.Part
        let lapsesOn: Day
    }

    private let context: UpkeepContext
    private let today: Day
    private let warned: [Day: [ExpiryWarning]]
    private var due: [Due] = []
    private(set) var ledger: MemberLedger
    private(set) var warnings: [ExpiryWarning] = []
    private(set) var lapses: [Lapse] = []
    private(set) var postponed: [Day: Day] = [:]

    init(_ context: UpkeepContext) {
        self.context = context
        today = context.today
        warned = Dictionary(grouping: context.warnings, by: \.lastDay)
        var member = context.member
        member.dueOn = context.alsoDueOn
        ledger = MemberLedger(member, lots: context.lots)
    }

    mutating func look(at part: LotSchedule.Part) {
        let given = warned[part.lastDay] ?? []
        guard part.lastDay < today else {
            if let warning = part.warning(on: today, after: given, at: context.now) { warnings.append(warning) }
            return ledger.member.wake(on: part.isAboutToMove(on: today) ? today + 1 : part.nextDue(after: today))
        }
        if let lapsesOn = given.map(\.lapsesOn).min() { return add(part, lapsingOn: lapsesOn) }
        let (late, unwarned) = part.split { lot in
            context.creditedAt[lot.sequence].map { context.calendar.day(of: $0) > part.lastDay } ?? false
        }
        if let late { due.append(Due(part: late, lapsesOn: part.lastDay)) }
        if let unwarned {
            let warning = unwarned.lateWarning(on: today, at: context.now)
            warnings.append(warning)
            add(unwarned, lapsingOn: warning.lapsesOn)
        }
    }

    private mutating func add(_ part: LotSchedule.Part, lapsingOn day: Day) {
        guard day >= today else { return due.append(Due(part: part, lapsesOn: day)) }
        postponed[part.lastDay] = day
        ledger.member.wake(on: part.isAboutToMove(on: today) ? today + 1 : day + 1)
    }

    /// Lets lapse what is due, but for as many points as are held: these are kept until their holds have ended, in the
    /// order in which they would be consumed.
    mutating func lapse() {
        var kept = ledger.member.held
        for due in due {
            var uses: [LotUse] = []
            var emptiesLots = true
            for lot in due.part.lots {
                let keeps = min(kept, lot.remaining)
                kept -= keeps
                if keeps > .zero { emptiesLots = false }
                if lot.remaining > keeps {
                    uses.append(LotUse(lotSequence: lot.sequence, points: lot.remaining - keeps))
                }
            }
            if !emptiesLots { ledger.member.wake(on: today) }
            guard !uses.isEmpty else { continue }
            let draft = EntryDraft.lapse(
                of: due.part.lastDay, at: context.calendar.end(of: due.lapsesOn), recordedAt: context.now)
            lapses.append(
                Lapse(
                    posting: ledger.lapse(uses, draft), occurredOn: due.lapsesOn,
                    emptiesLots: emptiesLots, whole: emptiesLots ? due.part.whole(of: context.lots) : nil))
        }
    }
}

extension LotSchedule.Part {
    /// The lots that fit and those that do not; `nil` where there are none.
    fileprivate func split(by fits: (Lot) -> Bool) -> (fitting: Self?, others: Self?) {
        func part(_ lots: [Lot]) -> Self? { lots.isEmpty ? nil : Self(lastDay: lastDay, lots: lots[...]) }
        return (part(lots.filter(fits)), part(lots.filter { !fits($0) }))
    }

    /// What these lots have in common, where they are all open lots that have.
    fileprivate func whole(of open: [Lot]) -> LotLife? {
        guard let first = lots.first else { return nil }
        let alike = open.count {
            $0.remaining > .zero && $0.expiresOn == first.expiresOn && $0.idleDays == first.idleDays
        }
        let areAlike = lots.allSatisfy { $0.expiresOn == first.expiresOn && $0.idleDays == first.idleDays }
        return areAlike && alike == lots.count ? LotLife(expiresOn: first.expiresOn, idleDays: first.idleDays) : nil
    }
}
