public import Loyalty
import Storage

/// Releases or rejects a referral.
public struct ReviewReferral: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Decides about a referral and settles it at once, against the orders that are held. A verdict that holds already
    /// changes nothing.
    /// - Parameter seenAt: When it had last changed as far as whoever decides knows; it must not have changed since.
    /// - Throws: ``ReferralRejection``.
    public func callAsFunction(
        _ id: Referral.ID, _ verdict: ReferralVerdict, note: String?, seenAt: Instant? = nil, in shop: Shop,
        actor: String
    ) async throws -> ReferralDetails {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            guard let held = try ReferralStore(connection).referral(id, in: shop) else {
                throw ReferralRejection.referralMustExist
            }
            let program = try ProgramStore(connection).newest(in: shop)
            let referee = try MemberStore(connection).member(held.refereeID, in: shop.id)
            let decided = try decideReview(
                of: held, verdict, note: note, seenAt: seenAt,
                inviters: try InvitationReport(connection).inviters(of: held.referrerID, in: shop.id),
                liveClaim: referee?.referralID, at: act.at, by: actor)
            let before = try ReferralDetails(held, connection)
            guard decided != held else { return before }
            let decision = try SettleReferral(in: shop, program, on: today, at: act.at, transaction)
                .settle(decided, over: held, by: actor)
            let after = try ReferralDetails(decision?.referral ?? decided, connection)
            try AuditLogStore(connection).append(
                act.made("\(verdict.rawValue)_referral", of: id.text, by: actor, before: before, after: after),
                in: shop.id)
            return after
        }
    }
}
