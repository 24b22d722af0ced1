public import Loyalty

/// A member's history as the member reads it: entries, and what the rewards are called that they are about.
public struct HistoryReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public struct Row: Sendable {
        public let entry: Entry
        /// The reward that was redeemed or given back; `nil` for other entries.
        public let rewardName: String?
    }

    /// Entries of a member, newest first, below a sequence.
    public func rows(
        of customer: Customer.ID, in shop: Shop.ID, below sequence: Int64?, limit: Int
    ) throws -> [Row] {
        try connection.all(
            """
            SELECT entry.sequence, kind, points, balance_after, reference, entry.description, actor, occurred_at,
                recorded_at, program_version, hash, reward.name
            FROM entry
            LEFT JOIN redemption
                ON redemption.shop_id = entry.shop_id AND redemption.redemption_id = entry.reference
                AND redemption.customer_id = entry.customer_id
            LEFT JOIN reward ON reward.shop_id = entry.shop_id AND reward.reward_id = redemption.reward_id
            WHERE entry.shop_id = \(shop) AND entry.customer_id = \(customer)
                AND entry.sequence < \(sequence ?? .max)
            ORDER BY entry.sequence DESC LIMIT \(limit)
            """
        ) { row in
            let entry = try EntryReport.Row(&row, of: customer, in: shop).entry
            return Row(entry: entry, rewardName: row.optionalText())
        }
    }
}
