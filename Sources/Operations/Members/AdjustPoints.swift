public import Loyalty
import Storage

/// Adjusts a member's points by hand.
public struct AdjustPoints: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter points: A credit is positive, a debit negative.
    /// - Throws: ``MemberRejection`` or ``AdjustmentRejection``.
    public func callAsFunction(
        _ points: Points, reason: String, to customer: Customer.ID, in shop: Shop, actor: String
    ) async throws -> AdjustmentDecision {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            let file = try MemberFile.required(of: customer, in: shop, program, on: today, at: act.at, transaction)
            let decision = try decideAdjustment(
                of: points, reason: reason, to: file.member, lots: file.lots(), program: program, today: today,
                now: act.at, actor: actor)
            try LedgerStore(connection).append(decision.posting, occurredOn: today)
            try file.save(decision.member)
            try AuditLogStore(connection).append(
                act.made(
                    "adjust_points", of: customer.text, by: actor,
                    before: file.member.balance, after: decision.member.balance), in: shop.id)
            transaction.tell(
                ActivityEvent(
                    .pointsChanged, of: decision.member, points: decision.posting.entry.points,
                    reference: act.id.text, at: act.at))
            return decision
        }
    }
}
