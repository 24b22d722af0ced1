public import Loyalty

/// What an owner sees of a shop's members at one glance; read from roll-ups, so it does not grow with history.
public struct ShopReport: Sendable {
    public let memberCount: Int64
    /// Members with activity since the moment asked for.
    public let activeCount: Int64
    public let tierCounts: [(tierKey: String, count: Int64)]
    /// Net of what refunds took back.
    public let earned: Points
    /// Net of what cancelled redemptions gave back.
    public let redeemed: Points
    public let outstanding: Points
    /// At most ten, by points earned.
    public let topMembers: [NamedMember]
}

/// A member with the customer's name.
public struct NamedMember: Sendable {
    public let member: Member
    public let name: String
    public let email: String?

    public init(member: Member, name: String, email: String?) {
        self.member = member
        self.name = name
        self.email = email
    }
}

extension ShopReport {
    /// - Parameter activeSince: What counts as active.
    public init(of shop: Shop.ID, activeSince: Instant, _ connection: any SQLConnection) throws {
        let totals = try LedgerTotals(of: shop, connection)
        tierCounts = try TierStore(connection).counts(in: shop)
        memberCount = tierCounts.reduce(0) { $0 + $1.count }
        activeCount = try ActivityReport(connection).memberCount(
            in: shop, from: activeSince, before: Instant(milliseconds: .max))
        earned = totals.earned - totals.reversed
        redeemed = totals.redeemed - totals.returned
        outstanding = totals.closing
        topMembers = try MemberReport(connection).top(topCount, in: shop)
    }
}

private let topCount = 10

/// The points of a shop, summed over all days and by kind of movement; each figure is positive as its name says.
public struct LedgerTotals: Hashable, Sendable {
    public let earned: Points
    public let redeemed: Points
    public let expired: Points
    public let adjusted: Points
    public let reversed: Points
    public let returned: Points

    /// What the members hold in all.
    public var closing: Points { earned + adjusted + returned - redeemed - expired - reversed }

    public init(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        let sums = try connection.first(
            """
            SELECT SUM(earned_points), SUM(redeemed_points), SUM(expired_points), SUM(adjusted_points),
                SUM(reversed_points), SUM(returned_points)
            FROM shop_day WHERE shop_id = \(shop)
            """
        ) { row in (0..<6).map { _ in Points(row.optionalInteger() ?? 0) } }
        let totals = sums ?? []
        func total(_ place: Int) -> Points { totals.indices.contains(place) ? totals[place] : .zero }
        earned = total(0)
        redeemed = total(1)
        expired = total(2)
        adjusted = total(3)
        reversed = total(4)
        returned = total(5)
    }
}
