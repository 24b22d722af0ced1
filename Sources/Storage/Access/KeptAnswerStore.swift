public import Loyalty

/// Answers kept so that a request sent again is answered again instead of being done again; within one transaction.
public struct KeptAnswerStore {
    private static let deletedMax = 100
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func find(_ place: AnswerPlace) throws -> KeptAnswer? {
        try connection.first(
            """
            SELECT request_hash, claim, claimed_at, effect_at, answer FROM kept_answer
            WHERE shop_id = \(place.shop) AND principal = \(place.principal) AND route = \(place.route)
                AND key_hash = \(place.keyHash)
            """
        ) { row in
            KeptAnswer(
                requestHash: try row.bytes(), claim: try row.bytes(), claimedAt: try row.instant(),
                effectAt: row.optionalInstant(), answer: row.optionalBytes())
        }
    }

    /// Claims a place, in place of whatever is there, unless something was done for that.
    /// - Returns: Whether the place is the claim's now.
    public func claim(
        _ place: AnswerPlace, for claim: AnswerClaim, requestHash: [UInt8], at now: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO kept_answer (shop_id, principal, route, key_hash, request_hash, claim, claimed_at)
            VALUES (\(place.shop), \(place.principal), \(place.route), \(place.keyHash), \(requestHash),
                \(claim.token), \(now))
            ON CONFLICT (shop_id, principal, route, key_hash) DO UPDATE SET
                request_hash = excluded.request_hash, claim = excluded.claim, claimed_at = excluded.claimed_at,
                answer = NULL
            WHERE kept_answer.effect_at IS NULL
            """) > 0
    }

    /// Notes that what the claim is for was done; in the transaction that does it.
    /// - Returns: Whether the place is still the claim's.
    public func noteEffect(of claim: AnswerClaim, at now: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE kept_answer SET effect_at = \(now)
            WHERE shop_id = \(claim.place.shop) AND principal = \(claim.place.principal)
                AND route = \(claim.place.route) AND key_hash = \(claim.place.keyHash) AND claim = \(claim.token)
            """) > 0
    }

    public func keep(_ answer: [UInt8], for claim: AnswerClaim) throws {
        try connection.send(
            """
            UPDATE kept_answer SET answer = \(answer)
            WHERE shop_id = \(claim.place.shop) AND principal = \(claim.place.principal)
                AND route = \(claim.place.route) AND key_hash = \(claim.place.keyHash) AND claim = \(claim.token)
            """)
    }

    /// Gives the place up, unless something was done under the claim.
    public func release(_ claim: AnswerClaim) throws {
        try connection.send(
            """
            DELETE FROM kept_answer
            WHERE shop_id = \(claim.place.shop) AND principal = \(claim.place.principal)
                AND route = \(claim.place.route) AND key_hash = \(claim.place.keyHash) AND claim = \(claim.token)
                AND effect_at IS NULL
            """)
    }

    /// Deletes the oldest of those that nobody can ask for any more, in whatever shop: some of them only, because
    /// somebody waits for it, and no more than one is added in the meantime.
    public func deleteSome(before instant: Instant) throws {
        try connection.send(
            """
            DELETE FROM kept_answer WHERE (shop_id, principal, route, key_hash) IN (
                SELECT shop_id, principal, route, key_hash FROM kept_answer
                WHERE claimed_at < \(instant) ORDER BY claimed_at LIMIT \(Self.deletedMax))
            """)
    }
}
