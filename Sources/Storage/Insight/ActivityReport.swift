public import Loyalty

/// Who does something in a shop.
public struct ActivityReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A member, and the last entry of theirs.
    public struct Latest: Sendable {
        public let customerID: Customer.ID
        /// Empty where the platform never told it.
        public let name: String
        public let entry: Entry
    }

    /// Members whose last activity lies in a stretch of time, without those who left. It is counted, so that it grows
    /// with their number; each part goes by an index that has all it asks for.
    public func memberCount(in shop: Shop.ID, from start: Instant, before end: Instant) throws -> Int64 {
        try connection.first(
            """
            SELECT
                (SELECT COUNT(*) FROM member
                WHERE shop_id = \(shop) AND last_activity_at >= \(start) AND last_activity_at < \(end))
                - (SELECT COUNT(*) FROM member
                WHERE shop_id = \(shop) AND last_activity_at >= \(start) AND last_activity_at < \(end)
                    AND left_at IS NOT NULL)
            """
        ) { row in try row.integer() } ?? 0
    }

    /// The members who were active last, each with the last entry, the latest first.
    public func latest(in shop: Shop.ID, limit: Int) throws -> [Latest] {
        try connection.all(
            """
            SELECT member.customer_id, customer.name, entry.sequence, kind, points, balance_after, reference,
                description, actor, occurred_at, recorded_at, program_version, hash
            FROM (
                SELECT customer_id, sequence, last_activity_at FROM member
                WHERE shop_id = \(shop) ORDER BY last_activity_at DESC LIMIT \(limit)
            ) AS member
            JOIN entry ON entry.shop_id = \(shop) AND entry.customer_id = member.customer_id
                AND entry.sequence = member.sequence
            LEFT JOIN customer ON customer.customer_id = member.customer_id
            ORDER BY recorded_at DESC, last_activity_at DESC
            """
        ) { row in
            let (id, name): (Customer.ID, String) = (try row.id(), row.optionalText() ?? "")
            return Latest(
                customerID: id, name: name, entry: try EntryReport.Row(&row, of: id, in: shop).entry)
        }
    }
}
