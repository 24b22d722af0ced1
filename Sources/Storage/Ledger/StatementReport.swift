public import Loyalty

/// A member's history from its beginning, for statements.
public struct StatementReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Entries in the order they were written, above a sequence.
    public func entries(
        of customer: Customer.ID, in shop: Shop.ID, after sequence: Int64, limit: Int
    ) throws -> [EntryReport.Row] {
        try connection.all(
            """
            SELECT sequence, kind, points, balance_after, reference, description, actor, occurred_at, recorded_at,
                program_version, hash
            FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND sequence > \(sequence)
            ORDER BY sequence LIMIT \(limit)
            """
        ) { row in try EntryReport.Row(&row, of: customer, in: shop) }
    }

    /// The sum of all entries that occurred before a day.
    public func balance(of customer: Customer.ID, in shop: Shop.ID, before day: Day) throws -> Points {
        try connection.first(
            """
            SELECT COALESCE(SUM(points), 0) FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND occurred_on < \(day)
            """
        ) { row in try row.points() } ?? .zero
    }

    /// Entries that occurred within some days, by day, and within a day as they were written.
    public func entries(
        of customer: Customer.ID, in shop: Shop.ID, from first: Day, through last: Day, limit: Int
    ) throws -> [(entry: Entry, day: Day)] {
        try connection.all(
            """
            SELECT sequence, kind, points, balance_after, reference, description, actor, occurred_at, recorded_at,
                program_version, hash, occurred_on
            FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND occurred_on BETWEEN \(first) AND \(last)
            ORDER BY occurred_on, sequence LIMIT \(limit)
            """
        ) { row in (entry: try EntryReport.Row(&row, of: customer, in: shop).entry, day: try row.day()) }
    }
}
