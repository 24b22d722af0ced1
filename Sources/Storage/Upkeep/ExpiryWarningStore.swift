public import Loyalty

/// What members were told about points that will lapse, within one transaction.
public struct ExpiryWarningStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The warnings given to a member of lots whose last day is this one or later.
    public func warnings(of customer: Customer.ID, in shop: Shop.ID, from lastDay: Day) throws -> [ExpiryWarning] {
        try connection.all(
            """
            SELECT expires_on, days_before, lapses_on, points, warned_at FROM expiry_warning
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND expires_on >= \(lastDay)
            """
        ) { row in
            ExpiryWarning(
                lastDay: try row.day(), daysBefore: try row.count(), lapsesOn: try row.day(), points: try row.points(),
                warnedAt: try row.instant())
        }
    }

    /// Writes a warning, and adds it to those of other members about the same day.
    public func insert(_ warning: ExpiryWarning, of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO warned_day (shop_id, expires_on, days_before, member_count, points)
            VALUES (\(shop), \(warning.lastDay), \(warning.daysBefore), 1, \(warning.points))
            ON CONFLICT (shop_id, expires_on, days_before) DO UPDATE SET
                member_count = warned_day.member_count + 1, points = warned_day.points + excluded.points
            """)
        try connection.send(
            """
            INSERT INTO expiry_warning (
                shop_id, customer_id, expires_on, days_before, lapses_on, points, warned_at)
            VALUES (
                \(shop), \(customer), \(warning.lastDay), \(warning.daysBefore), \(warning.lapsesOn),
                \(warning.points), \(warning.warnedAt))
            """)
    }
}
