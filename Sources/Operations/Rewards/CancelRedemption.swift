public import Loyalty
import Storage

/// Cancels a redemption that was not used: its points go back to the lots they came from, its stock to the shelf.
public struct CancelRedemption: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter customer: Where given, only a redemption of this customer is found.
    /// - Throws: ``RedemptionStateRejection``.
    public func callAsFunction(
        _ id: Redemption.ID, of customer: Customer.ID?, in shop: Shop, actor: String
    ) async throws -> RedemptionDetails {
        let act = surroundings.act
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let today = zone.day(of: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            guard let held = try RedemptionStore(connection).redemption(id, in: shop.id),
                customer == nil || held.customerID == customer
            else { throw RedemptionStateRejection.redemptionMustExist }
            let desk = try TillDesk(held, in: shop, on: today, at: act.at, transaction)
            let paid = try PaidLots(for: held, by: desk.file.member, among: desk.file.lots(), connection)
            let decision = try decideCancellation(
                of: held, reward: desk.reward, member: desk.file.member, lots: paid.lots, uses: paid.uses,
                program: desk.program, calendar: zone, now: act.at, actor: actor)
            for posting in [decision.posting] + decision.lapses {
                try LedgerStore(connection).append(posting, occurredOn: today)
            }
            try RedemptionStore(connection).end(decision.redemption, in: shop.id)
            try RewardStore(connection).count(decision.stockChange, of: held.rewardID, in: shop.id)
            try desk.file.save(decision.member)
            let details = try RedemptionDetails(decision.redemption, in: shop, at: act.at, connection)
            try AuditLogStore(connection).append(
                act.made(
                    "cancel_redemption", of: id.text, by: actor, before: held.status(at: act.at),
                    after: details.status), in: shop.id)
            transaction.tell(
                ActivityEvent(
                    .redemptionCancelled, of: decision.member, points: decision.posting.entry.points,
                    reference: id.text, at: act.at))
            transaction.tell(decision.lapses.map { ActivityEvent(ofLapse: $0, of: decision.member, at: act.at) })
            return details
        }
    }
}
