public import Loyalty

/// Rises and falls, and how many members hold each tier, within one transaction.
public struct TierStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func append(_ change: TierChange, of member: Member) throws {
        try connection.execute(
            """
            INSERT INTO tier_change (
                shop_id, customer_id, number, from_tier_key, to_tier_key, cause, reference, changed_at)
            VALUES (
                \(member.shopID), \(member.customerID), \(change.number), \(change.from), \(change.to),
                \(change.cause.rawValue), \(change.reference), \(change.at))
            """)
    }

    /// Moves a member from one tier's count to another's; `nil` is where members come from.
    public func recount(from old: String?, to new: String, in shop: Shop.ID) throws {
        guard old != new else { return }
        if let old { try add(-1, to: old, in: shop) }
        try add(1, to: new, in: shop)
    }

    /// How many members hold each tier, the empty key for members of a shop that has no program yet.
    public func counts(in shop: Shop.ID) throws -> [(tierKey: String, count: Int64)] {
        try connection.all(
            """
            SELECT tier_key, member_count FROM tier_count WHERE shop_id = \(shop) AND member_count > 0 ORDER BY tier_key
            """
        ) { row in (tierKey: try row.text(), count: try row.integer()) }
    }

    private func add(_ count: Int, to tierKey: String, in shop: Shop.ID) throws {
        try connection.execute(
            """
            INSERT INTO tier_count (shop_id, tier_key, member_count) VALUES (\(shop), \(tierKey), \(count))
            ON CONFLICT (shop_id, tier_key) DO UPDATE SET
                member_count = tier_count.member_count + excluded.member_count
            """)
    }
}
