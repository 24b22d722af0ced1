public import Loyalty

/// What happened to a member lately and is worth a notice, from what is stored for other reasons.
public struct NewsReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A tier that was reached or left.
    public struct TierMove: Sendable {
        public let number: Int64
        public let from: String
        public let to: String
        public let at: Instant
    }

    /// Rises and falls of a member since a moment, the latest first.
    public func tierMoves(
        of customer: Customer.ID, in shop: Shop.ID, since: Instant, limit: Int
    ) throws -> [TierMove] {
        try connection.all(
            """
            SELECT number, from_tier_key, to_tier_key, changed_at FROM tier_change
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND changed_at >= \(since)
            ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in
            TierMove(number: try row.integer(), from: try row.text(), to: try row.text(), at: try row.instant())
        }
    }

    /// Warnings that points will lapse, given to a member since a moment.
    public func warnings(
        of customer: Customer.ID, in shop: Shop.ID, since: Instant, limit: Int
    ) throws -> [ExpiryWarning] {
        try connection.all(
            """
            SELECT expires_on, days_before, lapses_on, points, warned_at FROM expiry_warning
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND warned_at >= \(since)
            ORDER BY warned_at DESC LIMIT \(limit)
            """
        ) { row in
            ExpiryWarning(
                lastDay: try row.day(), daysBefore: try row.count(), lapsesOn: try row.day(),
                points: try row.points(), warnedAt: try row.instant())
        }
    }
}
