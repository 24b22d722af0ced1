public import Loyalty

/// How often rewards are taken, within one transaction.
public struct RewardReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// How many codes of each reward were issued since a moment that are used or still good.
    /// - Parameter id: One that is not above that of any code issued since; codes below it are not looked at.
    public func recentCounts(
        in shop: Shop.ID, since: Instant, from id: Redemption.ID, at now: Instant
    ) throws -> [Reward.ID: Int64] {
        let counts: [(Reward.ID, Int64)] = try connection.all(
            """
            SELECT reward_id, COUNT(*) FROM redemption
            WHERE shop_id = \(shop) AND redemption_id >= \(id) AND issued_at >= \(since)
                AND cancelled_at IS NULL AND expired_at IS NULL AND (used_at IS NOT NULL OR expires_at > \(now))
            GROUP BY reward_id
            """
        ) { row in (try row.id(), try row.integer()) }
        return Dictionary(uniqueKeysWithValues: counts)
    }
}
