public import Loyalty

/// Referrals of one shop, within one transaction.
public struct ReferralStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func referral(_ id: Referral.ID, in shop: Shop) throws -> Referral? {
        try connection.first(
            """
            SELECT \(sql: referralColumns) FROM referral
            WHERE shop_id = \(shop.id) AND referral_id = \(id)
            """
        ) { row in try read(&row, in: shop) }
    }

    /// The claim of a customer by a member's code.
    public func referral(of referee: Customer.ID, by referrer: Customer.ID, in shop: Shop) throws -> Referral? {
        try connection.first(
            """
            SELECT \(sql: referralColumns) FROM referral
            WHERE shop_id = \(shop.id) AND referee_id = \(referee) AND referrer_id = \(referrer)
            """
        ) { row in try read(&row, in: shop) }
    }

    /// Referrals, newest first, older than one; those that a filter lets through where one is named.
    public func referrals(
        in shop: Shop, _ filter: ReferralFilter?, before id: Referral.ID?, limit: Int
    ) throws -> [Referral] {
        try connection.all(statement(in: shop.id, filter, before: id?.text ?? afterAllIDs, limit: limit)) { row in
            try read(&row, in: shop)
        }
    }

    private func statement(
        in shop: Shop.ID, _ filter: ReferralFilter?, before last: String, limit: Int
    ) -> SQLStatement {
        switch filter {
        case nil:
            """
            SELECT \(sql: referralColumns) FROM referral WHERE shop_id = \(shop) AND referral_id < \(last)
            ORDER BY referral_id DESC LIMIT \(limit)
            """
        case .state(let state):
            """
            SELECT \(sql: referralColumns) FROM referral
            WHERE shop_id = \(shop) AND state = \(state.rawValue) AND referral_id < \(last)
            ORDER BY referral_id DESC LIMIT \(limit)
            """
        case .takenBack:
            """
            SELECT \(sql: referralColumns) FROM referral
            WHERE shop_id = \(shop) AND state <> \(ReferralState.paid.rawValue) AND referral_id < \(last)
                AND (referrer_lot_sequence IS NOT NULL OR referee_lot_sequence IS NOT NULL)
            ORDER BY referral_id DESC LIMIT \(limit)
            """
        }
    }

    /// Writes a referral that is new or changed.
    public func save(_ referral: Referral, in shop: Shop.ID) throws {
        let (referrer, referee) = (referral.referrerShare, referral.refereeShare)
        try connection.send(
            """
            INSERT INTO referral (
                shop_id, referral_id, referrer_id, referee_id, claimed_at, address_hash, terms_version, state,
                block_reason, first_order_id, first_order_on, referrer_posted_points, referrer_shortfall_points,
                referrer_lot_sequence, referee_posted_points, referee_shortfall_points, referee_lot_sequence,
                changed_at, decided_by, decision_note)
            VALUES (
                \(shop), \(referral.id), \(referral.referrerID), \(referral.refereeID), \(referral.claimedAt),
                \(referral.addressHash), \(referral.terms.number), \(referral.state.rawValue),
                \(referral.blockReason?.rawValue), \(referral.firstOrder?.orderID), \(referral.firstOrder?.spendingOn),
                \(referrer.posted), \(referrer.shortfall), \(referrer.lotSequence), \(referee.posted),
                \(referee.shortfall), \(referee.lotSequence), \(referral.changedAt), \(referral.decidedBy),
                \(referral.note))
            ON CONFLICT (shop_id, referral_id) DO UPDATE SET
                state = excluded.state, block_reason = excluded.block_reason,
                first_order_id = excluded.first_order_id, first_order_on = excluded.first_order_on,
                referrer_posted_points = excluded.referrer_posted_points,
                referrer_shortfall_points = excluded.referrer_shortfall_points,
                referrer_lot_sequence = excluded.referrer_lot_sequence,
                referee_posted_points = excluded.referee_posted_points,
                referee_shortfall_points = excluded.referee_shortfall_points,
                referee_lot_sequence = excluded.referee_lot_sequence, changed_at = excluded.changed_at,
                decided_by = excluded.decided_by, decision_note = excluded.decision_note
            """)
    }

    private func read(_ row: inout SQLRow, in shop: Shop) throws -> Referral {
        try ReferralReading(&row, in: shop) { number in
            guard let version = try ProgramStore(connection).version(number, in: shop) else {
                throw StorageFailure.corrupt("program version \(number) of \(shop.id) is missing")
            }
            return version
        }.referral
    }
}

/// Which referrals are asked for.
public enum ReferralFilter: Hashable, Sendable {
    case state(ReferralState)
    /// Both sides were paid once, and what they got was taken back: ``Referral/wasTakenBack``.
    case takenBack
}

/// A text that sorts after every id of referrals.
private let afterAllIDs = "~"
