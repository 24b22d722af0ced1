public import Loyalty
public import Storage

/// Lists the members of a shop for those who run it.
public struct ListMembers: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// A member as of today.
    public struct Listed: Sendable {
        public let view: MemberView
        /// All spending that counts.
        public let spent: Money
        public let place: MemberPlace
    }

    /// Members by an order, after a place.
    public func callAsFunction(
        in shop: Shop, _ filter: MemberFilter, after place: MemberPlace?, limit: Int
    ) async throws -> [Listed] {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let rows = try MemberReport(connection).members(in: shop.id, filter, after: place, limit: limit)
            return try rows.map { row in
                let spent = try SpendingStore(connection).total(of: row.named.member.customerID, in: shop.id)
                return Listed(
                    view: try gaze.view(of: row.named, connection), spent: Money(minorUnits: spent, shop.currency),
                    place: row.place)
            }
        }
    }

    /// All members that a filter lets through, as CSV, page by page, in memory that does not grow with them.
    public func export(in shop: Shop, _ filter: MemberFilter) -> CSVPages<MemberPlace> {
        CSVPages(header: columns) { last in
            let listed = try await self(in: shop, filter, after: last, limit: rowsMax)
            return (listed.map(cells), listed.last?.place)
        }
    }
}

private let rowsMax = 200
private let columns = [
    "customer", "name", "email", "tier", "balance", "available", "earned", "redeemed", "expired", "orders",
    "spent", "currency", "joined_at", "last_activity_at", "left_at",
]

private func cells(_ listed: ListMembers.Listed) -> [String] {
    let (view, member) = (listed.view, listed.view.member)
    return [
        csvText(member.customerID.text), csvText(view.name), csvText(view.email ?? ""), csvText(view.tier?.name ?? ""),
        member.balance.description, view.available.description, member.earned.description,
        member.redeemed.description, member.expired.description, String(member.orderCount), listed.spent.description,
        view.shop.currency.code, member.joinedAt.description, member.lastActivityAt.description,
        member.leftAt?.description ?? "",
    ]
}
