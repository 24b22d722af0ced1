import Loyalty

/// The columns of a referral, in the order they are read in.
let referralColumns: StaticString = """
    referral_id, referrer_id, referee_id, claimed_at, address_hash, terms_version, state, block_reason, first_order_id,
    first_order_on, referrer_posted_points, referrer_shortfall_points, referrer_lot_sequence, referee_posted_points,
    referee_shortfall_points, referee_lot_sequence, changed_at, decided_by, decision_note
    """

/// Reads one row of ``referralColumns``.
struct ReferralReading {
    let referral: Referral

    /// - Parameter version: Finds the program version with a number.
    init(_ row: inout SQLRow, in shop: Shop, version: (Int) throws -> ProgramVersion) throws {
        let (id, referrerID, refereeID): (Referral.ID, Customer.ID, Customer.ID) =
            (try row.id(), try row.id(), try row.id())
        let (claimedAt, addressHash) = (try row.instant(), row.optionalBytes())
        let terms = try version(try row.count())
        let state = try row.value(of: ReferralState.self)
        let reason = try row.optionalText().map { text in
            guard let reason = ReferralBlock(rawValue: text) else {
                throw StorageFailure.corrupt("\(text) is no \(ReferralBlock.self)")
            }
            return reason
        }
        let firstOrder = try ReferralReading.place(&row)
        referral = Referral(
            id: id, referrerID: referrerID, refereeID: refereeID, claimedAt: claimedAt, addressHash: addressHash,
            terms: terms, state: state, blockReason: reason, firstOrder: firstOrder,
            referrerShare: try ReferralReading.share(&row), refereeShare: try ReferralReading.share(&row),
            changedAt: try row.instant(), decidedBy: row.optionalText(), note: row.optionalText())
    }

    private static func place(_ row: inout SQLRow) throws -> OrderPlace? {
        let orderID: Order.ID? = row.optionalID()
        let spendingOn = try row.optionalDay()
        guard let orderID, let spendingOn else { return nil }
        return OrderPlace(spendingOn: spendingOn, orderID: orderID)
    }

    private static func share(_ row: inout SQLRow) throws -> ReferralShare {
        ReferralShare(posted: try row.points(), shortfall: try row.points(), lotSequence: row.optionalInteger())
    }
}
