public import Loyalty

/// Members of one shop, within one transaction.
public struct MemberStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func member(_ customer: Customer.ID, in shop: Shop.ID) throws -> Member? {
        try connection.first(query(customer, in: shop)) { row in
            try MemberStore.read(&row, customer: customer, shop: shop)
        }
    }

    /// Announces that ``member(_:in:)`` will be called.
    public func expectMember(_ customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.expect(query(customer, in: shop))
    }

    private func query(_ customer: Customer.ID, in shop: Shop.ID) -> SQLStatement {
        """
        SELECT joined_at, joined_on, referral_code, tier_key, sequence, balance_points, held_points, earned_points,
            redeemed_points, expired_points, order_count, tier_change_count, last_activity_at, due_on, referral_id,
            granted_tier_key, granted_on, granted_through_on, left_at
        FROM member WHERE shop_id = \(shop) AND customer_id = \(customer)
        """
    }

    /// Whether a code for inviting friends is taken in this shop.
    public func hasReferralCode(_ code: String, in shop: Shop.ID) throws -> Bool {
        try connection.first("SELECT 1 FROM member WHERE shop_id = \(shop) AND referral_code = \(code)") { _ in } != nil
    }

    /// Writes somebody who joins, and counts them on the day of it.
    public func insert(_ member: Member) throws {
        try connection.send(
            """
            INSERT INTO joined_day (shop_id, joined_on, member_count) VALUES (\(member.shopID), \(member.joinedOn), 1)
            ON CONFLICT (shop_id, joined_on) DO UPDATE SET member_count = joined_day.member_count + 1
            """)
        try connection.send(
            """
            INSERT INTO member (
                shop_id, customer_id, joined_at, joined_on, referral_code, tier_key, sequence, balance_points,
                held_points, earned_points, redeemed_points, expired_points, order_count, tier_change_count,
                last_activity_at, due_on, referral_id, granted_tier_key, granted_on, granted_through_on, left_at)
            VALUES (
                \(member.shopID), \(member.customerID), \(member.joinedAt), \(member.joinedOn), \(member.referralCode),
                \(member.tierKey), \(member.sequence), \(member.balance), \(member.held), \(member.earned),
                \(member.redeemed), \(member.expired), \(member.orderCount), \(member.tierChangeCount),
                \(member.lastActivityAt), \(member.dueOn), \(member.referralID), \(member.grant?.tierKey),
                \(member.grant?.grantedOn), \(member.grant?.lastDay), \(member.leftAt))
            """)
    }

    /// Writes everything about a member that changes.
    public func update(_ member: Member) throws {
        try connection.send(
            """
            UPDATE member SET
                tier_key = \(member.tierKey), sequence = \(member.sequence), balance_points = \(member.balance),
                held_points = \(member.held), earned_points = \(member.earned), redeemed_points = \(member.redeemed),
                expired_points = \(member.expired), order_count = \(member.orderCount),
                tier_change_count = \(member.tierChangeCount), last_activity_at = \(member.lastActivityAt),
                due_on = \(member.dueOn), referral_id = \(member.referralID),
                granted_tier_key = \(member.grant?.tierKey), granted_on = \(member.grant?.grantedOn),
                granted_through_on = \(member.grant?.lastDay), left_at = \(member.leftAt)
            WHERE shop_id = \(member.shopID) AND customer_id = \(member.customerID)
            """)
    }

    static func read(_ row: inout SQLRow, customer: Customer.ID, shop: Shop.ID) throws -> Member {
        let joinedAt = try row.instant()
        var member = Member(
            shopID: shop, customerID: customer, joinedAt: joinedAt, joinedOn: try row.day(),
            referralCode: try row.text(), tierKey: try row.text())
        member.sequence = try row.integer()
        member.balance = try row.points()
        member.held = try row.points()
        member.earned = try row.points()
        member.redeemed = try row.points()
        member.expired = try row.points()
        member.orderCount = try row.integer()
        member.tierChangeCount = try row.integer()
        member.lastActivityAt = try row.instant()
        member.dueOn = try row.optionalDay()
        member.referralID = row.optionalID()
        let (tierKey, grantedOn, lastDay) = (row.optionalText(), try row.optionalDay(), try row.optionalDay())
        if let tierKey, let grantedOn, let lastDay {
            member.grant = TierGrant(tierKey: tierKey, grantedOn: grantedOn, lastDay: lastDay)
        }
        member.leftAt = row.optionalInstant()
        return member
    }
}
