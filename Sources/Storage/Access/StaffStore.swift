public import Loyalty

/// Whom owners took on, within one transaction.
public struct StaffStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func isStaff(_ person: Customer.ID, in shop: Shop.ID) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM staff WHERE shop_id = \(shop) AND customer_id = \(person)"
        ) { row in try row.flag() } ?? false
    }

    public func staff(in shop: Shop.ID) throws -> [StaffMember] {
        try connection.all(
            "SELECT customer_id, added_at, added_by FROM staff WHERE shop_id = \(shop) ORDER BY customer_id"
        ) { row in
            StaffMember(customerID: try row.id(), addedAt: try row.instant(), addedBy: try row.text())
        }
    }

    /// - Returns: Whether the person is new.
    public func add(_ member: StaffMember, in shop: Shop.ID) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO staff (shop_id, customer_id, added_at, added_by)
            VALUES (\(shop), \(member.customerID), \(member.addedAt), \(member.addedBy)) ON CONFLICT DO NOTHING
            """) > 0
    }

    /// - Returns: Whether there was such a person.
    public func remove(_ person: Customer.ID, in shop: Shop.ID) throws -> Bool {
        try connection.execute("DELETE FROM staff WHERE shop_id = \(shop) AND customer_id = \(person)") > 0
    }
}

/// A person who works the till of a shop.
public struct StaffMember: Sendable {
    public let customerID: Customer.ID
    public let addedAt: Instant
    public let addedBy: String

    public init(customerID: Customer.ID, addedAt: Instant, addedBy: String) {
        self.customerID = customerID
        self.addedAt = addedAt
        self.addedBy = addedBy
    }
}
