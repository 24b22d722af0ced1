import Loyalty
import Storage

/// Looks at the members of one shop, at one moment.
struct MemberGaze: Sendable {
    let shop: Shop
    let now: Instant
    let today: Day

    init(on shop: Shop, in surroundings: Surroundings) throws {
        self.shop = shop
        now = surroundings.now()
        today = try surroundings.zones.zone(named: shop.timeZone).day(of: now)
    }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    func view(of customer: Customer.ID, _ connection: any SQLConnection) throws -> MemberView {
        guard let member = try MemberStore(connection).member(customer, in: shop.id) else {
            throw MemberRejection.membershipMustExist
        }
        let known = try CustomerStore(connection).customer(customer)
        return try view(of: NamedMember(member: member, name: known?.name ?? "", email: known?.email), connection)
    }

    func view(of row: NamedMember, _ connection: any SQLConnection) throws -> MemberView {
        let (member, customer) = (row.member, row.member.customerID)
        let policy = try ProgramStore(connection).newest(in: shop)?.program.tiers
        let history = try SpendingStore(connection).history(of: customer, in: shop.id)
        let standing = policy?.standing(of: history, joinedOn: member.joinedOn, on: today)
        let pending = try LotStore(connection).pending(of: customer, in: shop.id, at: now)
        return MemberView(
            shop: shop, member: member, name: row.name, email: row.email,
            tier: standing.flatMap { policy?.ladder[$0.rank] },
            progress: standing.flatMap { policy?.ladder.progress(of: $0) } ?? .none,
            spending: Money(minorUnits: standing?.metric ?? 0, shop.currency),
            available: member.available(pending: pending), pending: pending)
    }
}
