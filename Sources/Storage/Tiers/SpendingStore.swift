public import Loyalty

/// Members' qualifying spending by day, within one transaction.
public struct SpendingStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func history(of customer: Customer.ID, in shop: Shop.ID) throws -> SpendingHistory {
        SpendingHistory(
            try connection.all(historyQuery(of: customer, in: shop)) { row in
                (day: try row.day(), minorUnits: try row.integer())
            })
    }

    /// Announces that ``history(of:in:)`` will be called.
    public func expectHistory(of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.expect(historyQuery(of: customer, in: shop))
    }

    private func historyQuery(of customer: Customer.ID, in shop: Shop.ID) -> SQLStatement {
        """
        SELECT spent_on, amount FROM spending_day
        WHERE shop_id = \(shop) AND customer_id = \(customer) ORDER BY spent_on
        """
    }

    /// What a member spent on the days of a range, in minor units.
    public func total(of customer: Customer.ID, in shop: Shop.ID, from first: Day, through last: Day) throws -> Int64 {
        try connection.first(
            """
            SELECT COALESCE(SUM(amount), 0) FROM spending_day
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND spent_on BETWEEN \(first) AND \(last)
            """
        ) { row in try row.integer() } ?? 0
    }

    /// All that a member spent, in minor units.
    public func total(of customer: Customer.ID, in shop: Shop.ID) throws -> Int64 {
        try connection.first(
            """
            SELECT COALESCE(SUM(amount), 0) FROM spending_day WHERE shop_id = \(shop) AND customer_id = \(customer)
            """
        ) { row in try row.integer() } ?? 0
    }

    public func apply(_ changes: [SpendingChange], to customer: Customer.ID, in shop: Shop.ID) throws {
        for change in changes {
            try connection.send(
                """
                INSERT INTO spending_day (shop_id, customer_id, spent_on, amount)
                VALUES (\(shop), \(customer), \(change.day), \(change.minorUnits))
                ON CONFLICT (shop_id, customer_id, spent_on) DO UPDATE SET
                    amount = spending_day.amount + excluded.amount
                """)
        }
    }
}
