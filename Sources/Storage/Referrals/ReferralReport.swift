public import Loyalty

/// What came of a shop's invitations, within one transaction.
public struct ReferralReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// All referrals of a shop in numbers. It looks at each of them, so it grows with their number.
    public struct Figures: Hashable, Sendable {
        public let claimed: Int64
        public let pending: Int64
        public let paid: Int64
        public let blocked: Int64
        /// What both sides have, after everything that was taken back.
        public let points: Points

        public init(claimed: Int64, pending: Int64, paid: Int64, blocked: Int64, points: Points) {
            self.claimed = claimed
            self.pending = pending
            self.paid = paid
            self.blocked = blocked
            self.points = points
        }
    }

    public func figures(in shop: Shop.ID) throws -> Figures {
        let none = Figures(claimed: 0, pending: 0, paid: 0, blocked: 0, points: .zero)
        return try connection.first(
            """
            SELECT COUNT(*),
                COALESCE(SUM(CASE state WHEN \(ReferralState.pending.rawValue) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE state WHEN \(ReferralState.paid.rawValue) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE state WHEN \(ReferralState.blocked.rawValue) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(referrer_posted_points + referee_posted_points), 0)
            FROM referral WHERE shop_id = \(shop)
            """
        ) { row in
            Figures(
                claimed: try row.integer(), pending: try row.integer(), paid: try row.integer(),
                blocked: try row.integer(), points: try row.points())
        } ?? none
    }

    /// What a referral moved in the history of one of its two members, the oldest first.
    public func entries(of referral: Referral.ID, with customer: Customer.ID, in shop: Shop.ID) throws -> [Entry] {
        try connection.all(
            """
            SELECT sequence, kind, points, balance_after, reference, description, actor, occurred_at, recorded_at,
                program_version, hash
            FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND reference = \(referral)
                AND kind IN (\(EntryKind.earnedReferral.rawValue), \(EntryKind.reversedReferral.rawValue))
            ORDER BY sequence
            """
        ) { row in try EntryReport.Row(&row, of: customer, in: shop).entry }
    }
}
