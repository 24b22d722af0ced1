import Loyalty
import Storage

/// Finds out what is due for members of one shop at one moment, and writes it down.
struct MemberUpkeep {
    private let shop: Shop
    private let program: ProgramVersion?
    private let zone: Zone
    private let now: Instant
    private let connection: any SQLConnection

    init(in shop: Shop, _ program: ProgramVersion?, at now: Instant, _ connection: any SQLConnection) throws {
        self.shop = shop
        self.program = program
        zone = try Zones.shared.zone(named: shop.timeZone)
        self.now = now
        self.connection = connection
    }

    /// What is due for a member; it writes nothing.
    func decide(
        _ stored: Member, _ history: SpendingHistory, lots: [Lot]
    ) throws -> (upkeep: UpkeepDecision, ended: [Hold]) {
        var member = stored
        var (ended, live): ([Hold], [Hold]) = ([], [])
        if member.held > .zero {
            let holds = try HoldStore(connection).live(of: member.customerID, in: shop.id)
            ended = member.releaseExpired(holds, at: now)
            live = holds.filter { $0.status(at: now) == .live }
        }
        let codes = try codes.decide(member, lots: lots)
        let nextEnds = live.map { zone.day(of: $0.expiresAt) } + [codes.nextEndOn].compactMap(\.self)
        var upkeep = try decide(codes.member, history, lots: codes.lots, alsoDueOn: nextEnds.min())
        upkeep.codes = codes.decisions
        return (upkeep, ended)
    }

    private var codes: OverdueCodes { OverdueCodes(shop: shop, zone: zone, now: now, connection: connection) }

    private func decide(
        _ member: Member, _ history: SpendingHistory, lots: [Lot], alsoDueOn: Day?
    ) throws -> UpkeepDecision {
        let lastDays = LotSchedule(lots, of: member, in: zone).parts
        let warnings = try lastDays.first.map { soonest in
            try ExpiryWarningStore(connection).warnings(of: member.customerID, in: shop.id, from: soonest.lastDay)
        }
        var context = UpkeepContext(
            member: member, lots: lots, warnings: warnings ?? [], history: history, tiers: program?.tiers,
            calendar: zone, now: now)
        context.alsoDueOn = alsoDueOn
        if !context.overdue.isEmpty {
            context.creditedAt = try LotStore(connection).creditedAt(of: member.customerID, in: shop.id)
        }
        return decideUpkeep(given: context)
    }

    /// Brings a member up to date, in the database too, and tells what was due.
    /// - Returns: What was due, or `nil` where nothing was.
    func bringUpToDate(
        _ stored: Member, _ history: SpendingHistory, in transaction: WriteTransaction
    ) throws -> UpkeepDecision? {
        let decision = try write(stored, history, in: transaction)
        if let decision { try addUp([decision]) }
        return decision
    }

    /// Brings several members up to date; what the shop sums up is written once for all of them.
    /// - Parameter thoroughly: Looks for what is due also where nothing is expected to be.
    func bringUpToDate(
        _ customers: [Customer.ID], thoroughly: Bool, in transaction: WriteTransaction
    ) throws -> [UpkeepDecision] {
        let decisions = try customers.compactMap { customer -> UpkeepDecision? in
            guard let member = try MemberStore(connection).member(customer, in: shop.id),
                thoroughly || member.mayBeDue(on: zone.day(of: now))
            else { return nil }
            let history = try SpendingStore(connection).history(of: customer, in: shop.id)
            return try write(member, history, in: transaction)
        }
        try addUp(decisions)
        return decisions
    }

    private func addUp(_ decisions: [UpkeepDecision]) throws {
        var lapsed: [Day: Points] = [:]
        for lapse in decisions.flatMap(\.lapses) {
            lapsed[lapse.occurredOn, default: .zero] -= lapse.posting.entry.points
        }
        try LapseStore(connection).add(lapsed, in: shop.id)
    }

    private func write(
        _ stored: Member, _ history: SpendingHistory, in transaction: WriteTransaction
    ) throws -> UpkeepDecision? {
        let lots = try LotStore(connection).open(of: stored.customerID, in: shop.id)
        let (decision, ended) = try decide(stored, history, lots: lots)
        guard decision.member != stored || !decision.warnings.isEmpty || !decision.codes.isEmpty else { return nil }
        for hold in ended { try HoldStore(connection).end(hold, in: shop.id) }
        try codes.write(decision.codes)
        try LapseStore(connection).append(decision.lapses)
        for warning in decision.warnings {
            try ExpiryWarningStore(connection).insert(warning, of: stored.customerID, in: shop.id)
        }
        let tiers = TierStore(connection)
        if let change = decision.tierChange { try tiers.append(change, of: decision.member) }
        try MemberStore(connection).update(decision.member)
        try tiers.recount(from: stored.countedTierKey, to: decision.member.countedTierKey, in: shop.id)
        transaction.tell(decision.events(at: now))
        return decision
    }
}

extension UpkeepDecision {
    /// What the watchers of the shop are told.
    fileprivate func events(at now: Instant) -> [ActivityEvent] {
        let ended = codes.map { code in
            ActivityEvent(
                .codeExpired, of: member, points: code.postings.map(\.entry.points).total,
                reference: code.redemption.id.text, at: now)
        }
        let lapsed = lapses.map { ActivityEvent(ofLapse: $0.posting, of: member, at: now) }
        let warned = warnings.map { warning in
            ActivityEvent(.pointsExpiring, of: member, reference: warning.lapsesOn.description, at: now)
        }
        let tier = tierChange.map { _ in ActivityEvent(.tierChanged, of: member, reference: "", at: now) }
        return ended + lapsed + warned + [tier].compactMap(\.self)
    }
}
