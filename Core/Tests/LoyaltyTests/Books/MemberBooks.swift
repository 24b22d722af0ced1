import Loyalty

/// All that is written about one member, in memory: what Storage keeps in its tables.
struct MemberBooks {
    private(set) var member: Member
    private(set) var entries: [Entry] = []
    private(set) var lots: [Int64: Lot] = [:]
    private(set) var uses: [Int64: [LotUse]] = [:]
    private(set) var history = SpendingHistory()
    private(set) var orders: [Order.ID: HeldOrder] = [:]
    private(set) var redemptions: [Redemption] = []
    private(set) var tierChanges: [TierChange] = []
    private(set) var warnings: [ExpiryWarning] = []
    /// What came of the last upkeep.
    private(set) var upkeep: UpkeepDecision?
    private(set) var holds: [Hold.ID: Hold] = [:]
    /// Points set aside as by a hold that has no end.
    private(set) var reserved = Points.zero

    init(_ member: Member) { self.member = member }

    /// Lots with points left, in no particular order.
    var openLots: [Lot] { lots.values.filter { $0.remaining > .zero } }

    /// The lots that a cancellation is given: the open ones and those that the redemption took from.
    func lots(returning uses: [LotUse]) -> [Lot] {
        lots.values.filter { lot in lot.remaining > .zero || uses.contains { $0.lotSequence == lot.sequence } }
    }

    /// The lots that a decision about an order is given: none where the contract says that it needs none.
    func lots(for order: Order.ID) -> [Lot] {
        let hasPosted = (orders[order]?.posted ?? .zero) != .zero
        return hasPosted || member.balance < .zero ? openLots : []
    }

    /// What has lapsed of some lots and was not given back by reversals for that reference.
    func lapsed(of isMeant: (Lot) -> Bool, takenBackFor reference: String) -> LapsedPoints {
        let lapses = entries.filter { $0.kind == .expired && $0.points < .zero }.flatMap { uses[$0.sequence] ?? [] }
        let meant = lots.values.filter(isMeant).sorted { $0.sequence < $1.sequence }
        let undone = entries.filter { entry in
            entry.undoesExpiry && entry.reference == reference && entry.sequence > meant.first?.sequence ?? 0
        }
        return LapsedPoints(
            lots: meant,
            lapses: meant.map { lot in
                let points = lapses.filter { $0.lotSequence == lot.sequence }.map(\.points).total
                return LotUse(lotSequence: lot.sequence, points: points)
            },
            undone: undone.map(\.points).total)
    }

    mutating func write(_ decision: OrderDecision) {
        member = decision.member
        orders[decision.held.order.id] = decision.held
        for change in decision.spending { history.add(change.minorUnits, on: change.day) }
        if let posting = decision.posting { write(posting) }
        tierChanges += decision.tierChanges
    }

    mutating func write(_ decision: RedemptionDecision) {
        member = decision.member
        keep(decision.redemption)
        for posting in [decision.posting] + decision.lapses { write(posting) }
    }

    mutating func write(_ decision: CodeUseDecision) {
        member = decision.member
        keep(decision.redemption)
        if let posting = decision.posting { write(posting) }
    }

    mutating func write(_ decision: AdjustmentDecision) {
        member = decision.member
        write(decision.posting)
    }

    /// Does what is due at a moment.
    mutating func keepUp(under program: ProgramVersion?, in calendar: any ShopCalendar, at now: Instant) {
        for hold in member.releaseExpired(Array(holds.values), at: now) { holds[hold.id] = hold }
        var context = UpkeepContext(
            member: member, lots: openLots, warnings: warnings, history: history, tiers: program?.tiers,
            calendar: calendar, now: now)
        context.creditedAt = Dictionary(uniqueKeysWithValues: entries.map { ($0.sequence, $0.recordedAt) })
        let decision = decideUpkeep(given: context)
        member = decision.member
        warnings += decision.warnings
        for lapse in decision.lapses { write(lapse.posting) }
        tierChanges += [decision.tierChange].compactMap(\.self)
        upkeep = decision
    }

    mutating func reserve(_ points: Points) {
        member.held += points
        reserved += points
    }

    mutating func write(_ decision: CodeExpiryDecision) {
        member = decision.member
        keep(decision.redemption)
        for posting in decision.postings { write(posting) }
    }

    mutating func write(_ decision: HoldDecision) {
        member = decision.member
        holds[decision.hold.id] = decision.hold
    }

    mutating func write(_ decision: HoldConfirmationDecision) {
        member = decision.member
        holds[decision.hold.id] = decision.hold
        if let redemption = decision.redemption { keep(redemption) }
        write(decision.posting)
    }

    mutating func grant(_ decision: GrantDecision) {
        member = decision.member
        tierChanges += [decision.tierChange].compactMap(\.self)
    }

    mutating func write(_ decision: LeavingDecision) {
        for cancelled in decision.cancellations { write(cancelled) }
        if let lapse = decision.lapse { write(lapse) }
        tierChanges += [decision.tierChange].compactMap(\.self)
        member = decision.member
    }

    /// Writes one side of a referral.
    mutating func write(_ posting: Posting?, leaving member: Member) {
        self.member = member
        if let posting { write(posting) }
    }

    private mutating func keep(_ redemption: Redemption) {
        if let place = redemptions.firstIndex(where: { $0.id == redemption.id }) {
            redemptions[place] = redemption
        } else {
            redemptions.append(redemption)
        }
    }

    /// A lot comes as it stands after its posting, so what the posting used of it is not taken off again.
    private mutating func write(_ posting: Posting) {
        for earlier in posting.undoes { write(earlier) }
        entries.append(posting.entry)
        uses[posting.entry.sequence] = posting.uses
        if let lot = posting.opens { lots[lot.sequence] = lot }
        for use in posting.uses where use.lotSequence != posting.opens?.sequence {
            lots[use.lotSequence]?.remaining -= use.points
        }
        for later in posting.lapses { write(later) }
    }
}
