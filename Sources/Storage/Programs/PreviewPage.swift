public import Loyalty

/// Some members who follow one another by id, with what decides their tiers and what they ordered lately.
public struct PreviewPage: Sendable {
    public struct Row: Sendable {
        public let member: Member
        public let history: SpendingHistory
        public let recent: [HeldOrder]
    }

    public let rows: [Row]

    public init(
        after customer: Customer.ID?, in shop: Shop, recentFrom: Day, _ connection: any SQLConnection
    ) throws {
        let members = try MemberReport(connection).members(
            in: shop.id, search: nil, after: customer, limit: memberCountMax
        ).map(\.member)
        guard let last = members.last?.customerID else {
            rows = []
            return
        }
        let keys = KeyRange(shop: shop.id, after: customer?.text ?? "", through: last.text)
        let spending = try PreviewPage.spending(in: keys, connection)
        let recent = try PreviewPage.recentOrders(in: shop, keys, from: recentFrom, connection)
        rows = members.map { member in
            let id = member.customerID
            return Row(
                member: member, history: SpendingHistory(spending[id] ?? []), recent: recent[id] ?? [])
        }
    }

    fileprivate static func spending(
        in keys: KeyRange, _ connection: any SQLConnection
    ) throws -> [Customer.ID: [(day: Day, minorUnits: Int64)]] {
        var spending: [Customer.ID: [(day: Day, minorUnits: Int64)]] = [:]
        try connection.forEach(
            """
            SELECT customer_id, spent_on, amount FROM spending_day
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            """
        ) { row in
            let customer: Customer.ID = try row.id()
            spending[customer, default: []].append((day: try row.day(), minorUnits: try row.integer()))
        }
        return spending
    }

    fileprivate static func recentOrders(
        in shop: Shop, _ keys: KeyRange, from day: Day, _ connection: any SQLConnection
    ) throws -> [Customer.ID: [HeldOrder]] {
        let ids: [Order.ID] = try connection.all(
            """
            SELECT order_id FROM order_state
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
                AND spending_on >= \(day)
            """
        ) { row in try row.id() }
        let orders = OrderStore(connection)
        return Dictionary(grouping: try ids.compactMap { try orders.held($0, in: shop) }, by: \.order.customerID)
    }
}

/// The ids of one shop's members from one to another, the first excluded.
private struct KeyRange {
    let shop: Shop.ID
    let after: String
    let through: String
}

private let memberCountMax = 500
