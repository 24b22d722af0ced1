import Loyalty
import Storage

/// Looks at the members of one shop, at one moment.
struct MemberGaze: Sendable {
    let shop: Shop
    let now: Instant
    let today: Day
    let zone: Zone

    init(on shop: Shop, in surroundings: Surroundings) throws {
        self.shop = shop
        now = surroundings.now()
        zone = try surroundings.zones.zone(named: shop.timeZone)
        today = zone.day(of: now)
    }

    /// - Parameter isOfRecord: Whether somebody who has left is shown, too.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    func view(
        of customer: Customer.ID, isOfRecord: Bool = false, _ connection: any SQLConnection
    ) throws -> MemberView {
        try expectReads(of: customer, connection)
        guard let member = try MemberStore(connection).member(customer, in: shop.id), isOfRecord || !member.hasLeft
        else {
            throw MemberRejection.membershipMustExist
        }
        let known = try CustomerStore(connection).customer(customer)
        return try view(of: NamedMember(member: member, name: known?.name ?? "", email: known?.email), connection)
    }

    private func expectReads(of customer: Customer.ID, _ connection: any SQLConnection) throws {
        try MemberStore(connection).expectMember(customer, in: shop.id)
        try CustomerStore(connection).expectCustomer(customer)
        try ProgramStore(connection).expectNewest(in: shop)
        try SpendingStore(connection).expectHistory(of: customer, in: shop.id)
        try LotStore(connection).expectOpen(of: customer, in: shop.id)
    }

    /// Shows the member as an upkeep would leave them now, whether it was done or not.
    func view(of row: NamedMember, _ connection: any SQLConnection) throws -> MemberView {
        let (stored, customer) = (row.member, row.member.customerID)
        let program = try ProgramStore(connection).newest(in: shop)
        let history = try SpendingStore(connection).history(of: customer, in: shop.id)
        let open = try LotStore(connection).open(of: customer, in: shop.id)
        var schedule = LotSchedule(open, of: stored, in: zone)
        var upkeep: UpkeepDecision?
        // Points that were warned of too late lapse on a day that only their warning tells.
        let isOverdue = schedule.parts.first.map { $0.lastDay < today } ?? false
        if isOverdue || stored.mayBeDue(on: today) {
            upkeep = try MemberUpkeep(in: shop, program, at: now, connection).decide(stored, history, lots: open).upkeep
        }
        let (member, lots) = (upkeep?.member ?? stored, upkeep?.lots ?? open)
        if upkeep != nil { schedule = LotSchedule(lots, of: member, in: zone) }
        let tiers = program?.tiers
        let standing = tiers?.standing(of: member, history, on: today)
        let pending = lots.filter { $0.availableAt > now }.map(\.remaining).total
        return MemberView(
            shop: shop, member: member, name: row.name, email: row.email,
            tier: standing.flatMap { tiers?.ladder[$0.rank] }, ladder: tiers?.ladder,
            progress: standing.flatMap { tiers?.ladder.progress(of: $0) } ?? .none,
            spending: Money(minorUnits: standing?.metric ?? 0, shop.currency),
            available: member.available(pending: pending), pending: pending,
            expiring: schedule.expiring(from: today, postponed: upkeep?.postponed ?? [:]),
            grant: member.grant.flatMap { $0.lastDay >= today ? $0 : nil })
    }
}
