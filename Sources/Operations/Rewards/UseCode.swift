public import Loyalty
import Storage

/// Uses a redemption code at the till.
public struct UseCode: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter order: The order it was used for, where there is one.
    /// - Throws: ``RedemptionStateRejection``.
    public func callAsFunction(
        _ code: RedemptionCode, for order: Order.ID?, in shop: Shop, actor: String
    ) async throws -> RedemptionDetails {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        let hash = surroundings.codeVault.hash(of: code)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            guard let held = try RedemptionStore(connection).redemption(withCodeHash: hash, in: shop.id) else {
                throw RedemptionStateRejection.redemptionMustExist
            }
            let desk = try TillDesk(held, in: shop, on: today, at: act.at, transaction)
            let decision = try decideCodeUse(
                of: held, reward: desk.reward, member: desk.file.member, order: order, program: desk.program,
                today: today, now: act.at, actor: actor)
            if let posting = decision.posting { try LedgerStore(connection).append(posting, occurredOn: today) }
            try RedemptionStore(connection).end(decision.redemption, in: shop.id)
            try desk.file.save(decision.member)
            let details = try RedemptionDetails(decision.redemption, in: shop, at: act.at, connection)
            try AuditLogStore(connection).append(
                act.made(
                    "use_code", of: held.id.text, by: actor, before: held.status(at: act.at), after: details.status),
                in: shop.id)
            transaction.tell(
                ActivityEvent(
                    .codeUsed, of: decision.member, points: decision.posting?.entry.points ?? .zero,
                    reference: decision.redemption.id.text, at: act.at))
            return details
        }
    }
}
