public import Loyalty

/// Which members of a shop something is due for, within one transaction.
public struct DueMemberStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A member and the day they are due on.
    public struct DueMember: Hashable, Sendable {
        public let customerID: Customer.ID
        public let dueOn: Day
    }

    /// Members who are due by a day, the longest due first, after one of them.
    public func due(
        in shop: Shop.ID, by today: Day, after last: DueMember?, limit: Int
    ) throws -> [DueMember] {
        try connection.all(
            """
            SELECT customer_id, due_on FROM member
            WHERE shop_id = \(shop) AND due_on <= \(today)
                AND (due_on, customer_id) > (\(last?.dueOn.sqlValue ?? .integer(.min)), \(last?.customerID.text ?? ""))
            ORDER BY due_on, customer_id LIMIT \(limit)
            """
        ) { row in DueMember(customerID: try row.id(), dueOn: try row.day()) }
    }

    /// Members by customer id, after one.
    public func members(in shop: Shop.ID, after last: String, limit: Int) throws -> [Customer.ID] {
        try connection.all(
            """
            SELECT customer_id FROM member WHERE shop_id = \(shop) AND customer_id > \(last)
            ORDER BY customer_id LIMIT \(limit)
            """
        ) { row in try row.id() }
    }
}
