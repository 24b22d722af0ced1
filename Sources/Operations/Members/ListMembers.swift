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
    public func export(in shop: Shop, _ filter: MemberFilter) -> MemberPages {
        MemberPages(list: self, shop: shop, filter: filter)
    }
}

/// The pages of a list of members in CSV; the first begins with the names of the columns.
public struct MemberPages: Sendable {
    fileprivate let list: ListMembers
    fileprivate let shop: Shop
    fileprivate let filter: MemberFilter
    private var last: MemberPlace?
    private var isBegun = false

    fileprivate init(list: ListMembers, shop: Shop, filter: MemberFilter) {
        self.list = list
        self.shop = shop
        self.filter = filter
    }

    private static let columns = [
        "customer", "name", "email", "tier", "balance", "available", "earned", "redeemed", "expired", "orders",
        "spent", "currency", "joined_at", "last_activity_at",
    ]

    /// The next page; `nil` after the last.
    public mutating func next() async throws -> String? {
        let rows = try await list(in: shop, filter, after: last, limit: rowsMax)
        let start = isBegun ? "" : Self.columns.joined(separator: ",") + "\r\n"
        isBegun = true
        last = rows.last?.place ?? last
        let page = rows.reduce(into: start) { $0 += line($1) }
        return page.isEmpty ? nil : page
    }

    private func line(_ row: ListMembers.Listed) -> String {
        let (view, member) = (row.view, row.view.member)
        let cells = [
            csvText(member.customerID.text), csvText(view.name), csvText(view.email ?? ""),
            csvText(view.tier?.name ?? ""), member.balance.description, view.available.description,
            member.earned.description, member.redeemed.description, member.expired.description,
            String(member.orderCount), row.spent.description, shop.currency.code, member.joinedAt.description,
            member.lastActivityAt.description,
        ]
        return cells.joined(separator: ",") + "\r\n"
    }
}

private let rowsMax = 200
