public import Loyalty

/// What decisions about referrals look at besides the referrals themselves, within one transaction.
public struct InvitationReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The member who invites with that code; nobody who left.
    public func referrer(withCode code: String, in shop: Shop.ID) throws -> Customer.ID? {
        try connection.first(
            "SELECT customer_id FROM member WHERE shop_id = \(shop) AND referral_code = \(code) AND left_at IS NULL"
        ) { row in try row.id() }
    }

    /// Who invited a member, who invited that one, and so on, over live referrals; ``Referral/chainMax`` at most.
    public func inviters(of customer: Customer.ID, in shop: Shop.ID) throws -> [Customer.ID] {
        var chain: [Customer.ID] = []
        var last = customer
        while chain.count < Referral.chainMax, let inviter = try inviter(of: last, in: shop) {
            chain.append(inviter)
            last = inviter
        }
        return chain
    }

    private func inviter(of customer: Customer.ID, in shop: Shop.ID) throws -> Customer.ID? {
        try connection.first(
            """
            SELECT referral.referrer_id FROM member JOIN referral
                ON referral.shop_id = member.shop_id AND referral.referral_id = member.referral_id
            WHERE member.shop_id = \(shop) AND member.customer_id = \(customer)
            """
        ) { row in try row.id() }
    }

    /// How many claims came from an address since a moment, whatever became of them.
    public func claimCount(from addressHash: [UInt8], since: Instant, in shop: Shop.ID) throws -> Int {
        try connection.first(
            """
            SELECT COUNT(*) FROM referral
            WHERE shop_id = \(shop) AND address_hash = \(addressHash) AND claimed_at > \(since)
            """
        ) { row in try row.count() } ?? 0
    }

    /// The first of a member's orders that count: by the day of spending, then by id.
    public func firstOrder(of customer: Customer.ID, in shop: Shop.ID) throws -> FirstOrder? {
        try connection.first(
            """
            SELECT order_id, spending_on, spending_amount FROM order_state
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND is_counted = 1
            ORDER BY spending_on, order_id LIMIT 1
            """
        ) { row in
            let (id, day): (Order.ID, Day) = (try row.id(), try row.day())
            return FirstOrder(place: OrderPlace(spendingOn: day, orderID: id), spending: try row.integer())
        }
    }

    /// How many of a member's invitations wait for a first order.
    public func waitingCount(by referrer: Customer.ID, in shop: Shop.ID) throws -> Int64 {
        try connection.first(
            """
            SELECT COUNT(*) FROM referral
            WHERE shop_id = \(shop) AND referrer_id = \(referrer) AND state = \(ReferralState.pending.rawValue)
            """
        ) { row in try row.integer() } ?? 0
    }

    /// Everybody who invites with that code, by shop id. A code is unique in its shop alone.
    public func hosts(withCode code: String) throws -> [(shopID: Shop.ID, customerID: Customer.ID)] {
        try connection.all(
            """
            SELECT shop_id, customer_id FROM member
            WHERE referral_code = \(code) AND left_at IS NULL ORDER BY shop_id LIMIT \(hostsMax)
            """
        ) { row in (shopID: try row.id(), customerID: try row.id()) }
    }

    /// How many of a member's invitations are paid now, and the points that all of them came to after claw-backs.
    public func earned(by referrer: Customer.ID, in shop: Shop.ID) throws -> (count: Int64, points: Points) {
        try connection.first(
            """
            SELECT COALESCE(SUM(CASE state WHEN \(ReferralState.paid.rawValue) THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(referrer_posted_points), 0)
            FROM referral WHERE shop_id = \(shop) AND referrer_id = \(referrer)
            """
        ) { row in (count: try row.integer(), points: try row.points()) } ?? (0, .zero)
    }
}

/// A code is 40 random bits: two shops with the same one are rare, three will not be seen.
private let hostsMax = 10
