public import Loyalty

/// Rises and falls, and how many members hold each tier, within one transaction.
public struct TierStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func append(_ change: TierChange, of member: Member) throws {
        try connection.send(
            """
            INSERT INTO tier_change (
                shop_id, customer_id, number, from_tier_key, to_tier_key, cause, reference, changed_at)
            VALUES (
                \(member.shopID), \(member.customerID), \(change.number), \(change.from), \(change.to),
                \(change.cause.rawValue), \(change.reference), \(change.at))
            """)
    }

    /// Moves a member from one tier's count to another's; `nil` is where members come from, and where they go.
    public func recount(from old: String?, to new: String?, in shop: Shop.ID) throws {
        guard old != new else { return }
        if let old { try add(-1, to: old, in: shop) }
        if let new { try add(1, to: new, in: shop) }
    }

    /// How many members hold each tier, the empty key for members of a shop that has no program yet.
    public func counts(in shop: Shop.ID) throws -> [(tierKey: String, count: Int64)] {
        try connection.all(
            """
            SELECT tier_key, member_count FROM tier_count WHERE shop_id = \(shop) AND member_count > 0 ORDER BY tier_key
            """
        ) { row in (tierKey: try row.text(), count: try row.integer()) }
    }

    /// How many members hold each tier, and how many were granted it, by key.
    public func holders(in shop: Shop.ID, on today: Day) throws -> [String: Int64] {
        let granted = try connection.all(
            """
            SELECT granted_tier_key, COUNT(*) FROM member
            WHERE shop_id = \(shop) AND granted_tier_key IS NOT NULL AND granted_through_on >= \(today)
            GROUP BY granted_tier_key
            """
        ) { row in (tierKey: try row.text(), count: try row.integer()) }
        return Dictionary((try counts(in: shop) + granted).map { ($0.tierKey, $0.count) }, uniquingKeysWith: +)
    }

    private func add(_ count: Int, to tierKey: String, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO tier_count (shop_id, tier_key, member_count) VALUES (\(shop), \(tierKey), \(count))
            ON CONFLICT (shop_id, tier_key) DO UPDATE SET
                member_count = tier_count.member_count + excluded.member_count
            """)
    }
}
