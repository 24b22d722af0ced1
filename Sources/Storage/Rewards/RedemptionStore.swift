public import Loyalty

/// Redemptions of one shop, within one transaction.
public struct RedemptionStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func redemption(_ id: Redemption.ID, in shop: Shop.ID) throws -> Redemption? {
        try connection.first(
            """
            SELECT \(sql: columns)
            FROM redemption WHERE shop_id = \(shop) AND redemption_id = \(id)
            """, read)
    }

    /// The redemption that a code stands for in this shop.
    public func redemption(withCodeHash hash: [UInt8], in shop: Shop.ID) throws -> Redemption? {
        try connection.first(
            """
            SELECT \(sql: columns)
            FROM redemption WHERE code_hash = \(hash) AND shop_id = \(shop)
            """, read)
    }

    /// Redemptions, newest first, older than one; of one customer, or of one status, where one is named.
    public func redemptions(
        in shop: Shop.ID, of customer: Customer.ID?, as status: Redemption.Status? = nil, at now: Instant,
        before id: Redemption.ID?, limit: Int
    ) throws -> [Redemption] {
        let (end, anyStatus, wanted) = (id?.text ?? afterAllIDs, status == nil, status?.rawValue ?? "")
        guard let customer else {
            return try connection.all(
                """
                SELECT \(sql: columns)
                FROM redemption
                WHERE shop_id = \(shop) AND redemption_id < \(end) AND (\(anyStatus) = 1 OR \(wanted) = COALESCE(
                    \(sql: outcome), CASE WHEN expires_at <= \(now) THEN 'expired' ELSE 'pending' END))
                ORDER BY redemption_id DESC LIMIT \(limit)
                """, read)
        }
        return try connection.all(
            """
            SELECT \(sql: columns)
            FROM redemption
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND redemption_id < \(end)
                AND (\(anyStatus) = 1 OR \(wanted) = COALESCE(
                    \(sql: outcome), CASE WHEN expires_at <= \(now) THEN 'expired' ELSE 'pending' END))
            ORDER BY redemption_id DESC LIMIT \(limit)
            """, read)
    }

    /// Redemptions that were issued in one stretch of time, or all where none is named; newest first, older than one.
    public func issued(
        in shop: Shop.ID, during stretch: Range<Instant>?, before id: Redemption.ID?, limit: Int
    ) throws -> [Redemption] {
        let start = stretch?.lowerBound ?? Instant(milliseconds: .min)
        let end = stretch?.upperBound ?? Instant(milliseconds: .max)
        return try connection.all(
            """
            SELECT \(sql: columns)
            FROM redemption
            WHERE shop_id = \(shop) AND redemption_id < \(id?.text ?? afterAllIDs)
                AND issued_at >= \(start) AND issued_at < \(end)
            ORDER BY redemption_id DESC LIMIT \(limit)
            """, read)
    }

    /// The codes of a customer that have not ended, in the order of their expiry; the first may be over already.
    public func unended(of customer: Customer.ID, in shop: Shop.ID) throws -> [Redemption] {
        try connection.all(
            """
            SELECT \(sql: columns)
            FROM redemption
            WHERE shop_id = \(shop) AND customer_id = \(customer)
                AND used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL
            ORDER BY expires_at, redemption_id
            """, read)
    }

    /// The codes of a customer that have ended, the latest issued first.
    public func ended(of customer: Customer.ID, in shop: Shop.ID, limit: Int) throws -> [Redemption] {
        try connection.all(
            """
            SELECT \(sql: columns)
            FROM redemption
            WHERE shop_id = \(shop) AND customer_id = \(customer)
                AND (used_at IS NOT NULL OR cancelled_at IS NOT NULL OR expired_at IS NOT NULL)
            ORDER BY redemption_id DESC LIMIT \(limit)
            """, read)
    }

    /// How many live and used redemptions of each reward a customer has, and live holds of it.
    public func counts(of customer: Customer.ID, in shop: Shop.ID, at now: Instant) throws -> [Reward.ID: Int64] {
        let counts: [(Reward.ID, Int64)] = try connection.all(
            """
            SELECT reward_id, COUNT(*) FROM (
                SELECT reward_id FROM redemption
                WHERE shop_id = \(shop) AND customer_id = \(customer) AND cancelled_at IS NULL AND expired_at IS NULL
                    AND (used_at IS NOT NULL OR expires_at > \(now))
                UNION ALL
                SELECT reward_id FROM hold
                WHERE shop_id = \(shop) AND customer_id = \(customer) AND ended_at IS NULL AND expires_at > \(now)
                    AND reward_id IS NOT NULL
            ) AS claimed
            GROUP BY reward_id
            """
        ) { row in (try row.id(), try row.integer()) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// The encrypted copy of a redemption's code.
    public func sealedCode(of redemption: Redemption.ID, in shop: Shop.ID) throws -> [UInt8] {
        let sealed = try connection.first(
            "SELECT code_sealed FROM redemption WHERE shop_id = \(shop) AND redemption_id = \(redemption)"
        ) { row in try row.bytes() }
        guard let sealed else { throw StorageFailure.corrupt("redemption \(redemption) is missing") }
        return sealed
    }

    public func insert(_ redemption: Redemption, code: SealedCode, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO redemption (
                shop_id, redemption_id, reward_id, customer_id, cost_points, entry_sequence, code_hash, code_sealed,
                issued_at, expires_at, on_code_expiry, bonus_points)
            VALUES (
                \(shop), \(redemption.id), \(redemption.rewardID), \(redemption.customerID), \(redemption.cost),
                \(redemption.entrySequence), \(code.hash), \(code.sealed), \(redemption.issuedAt),
                \(redemption.expiresAt), \(redemption.onCodeExpiry.rawValue), \(redemption.bonusPoints))
            """)
    }

    /// Writes the outcome of a redemption that had none.
    public func end(_ redemption: Redemption, in shop: Shop.ID) throws {
        let columns = OutcomeColumns(redemption.outcome)
        let changed = try connection.execute(
            """
            UPDATE redemption SET
                used_at = \(columns.usedAt), used_order_id = \(columns.usedOrderID),
                cancelled_at = \(columns.cancelledAt), expired_at = \(columns.expiredAt), ended_by = \(columns.endedBy)
            WHERE shop_id = \(shop) AND redemption_id = \(redemption.id)
                AND used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL
            """)
        guard changed == 1 else { throw StorageFailure.corrupt("redemption \(redemption.id) ended twice") }
    }

    private func read(_ row: inout SQLRow) throws -> Redemption {
        var redemption = Redemption(
            id: try row.id(), rewardID: try row.id(), customerID: try row.id(), cost: try row.points(),
            entrySequence: try row.integer(), issuedAt: try row.instant(), expiresAt: try row.instant(),
            onCodeExpiry: try row.value(of: CodeExpiryPolicy.self), bonusPoints: try row.points())
        let columns = OutcomeColumns(
            usedAt: row.optionalInstant(), usedOrderID: row.optionalID(), cancelledAt: row.optionalInstant(),
            expiredAt: row.optionalInstant(), endedBy: row.optionalText())
        redemption.outcome = columns.outcome
        return redemption
    }
}

/// A code as the database keeps it: a keyed hash to find it by, and an encrypted copy to show its owner again.
public struct SealedCode: Sendable {
    public let hash: [UInt8]
    public let sealed: [UInt8]

    public init(hash: [UInt8], sealed: [UInt8]) {
        self.hash = hash
        self.sealed = sealed
    }
}

/// A text that sorts after every id of redemptions.
private let afterAllIDs = "~"

private let columns: StaticString = """
    redemption_id, reward_id, customer_id, cost_points, entry_sequence, issued_at, expires_at, on_code_expiry,
    bonus_points, used_at, used_order_id, cancelled_at, expired_at, ended_by
    """

/// How a redemption ended; NULL while it has not.
private let outcome: StaticString = """
    CASE WHEN used_at IS NOT NULL THEN 'redeemed' WHEN cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN expired_at IS NOT NULL THEN 'expired' END
    """
