public import Loyalty
import Storage

/// Lets go of what a hold reserves.
public struct ReleaseHold: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter isByHand: Whether a person of the shop does it, which the audit log then says.
    /// - Returns: The hold; where it was released before, as it was then.
    /// - Throws: ``HoldRejection``.
    public func callAsFunction(
        _ id: Hold.ID, in shop: Shop, actor: String, isByHand: Bool = false
    ) async throws -> HoldDetails {
        let act = surroundings.act
        let book = try ClaimBook(in: shop, at: act.at, surroundings)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            guard let hold = try HoldStore(connection).hold(id, in: shop.id) else { throw HoldRejection.holdMustExist }
            let file = try book.open(holderOf: hold, try ProgramStore(connection).newest(in: shop), transaction)
            guard let decision = try decideRelease(of: hold, by: file.member, now: act.at, actor: actor) else {
                return HoldDetails(hold, at: act.at)
            }
            try HoldStore(connection).end(decision.hold, in: shop.id)
            try file.save(decision.member)
            let details = HoldDetails(decision.hold, at: act.at)
            if isByHand {
                try AuditLogStore(connection).append(
                    act.made(
                        "release_hold", of: id.text, by: actor, before: HoldDetails(hold, at: act.at), after: details),
                    in: shop.id)
            }
            transaction.tell(ActivityEvent(.holdReleased, of: decision.member, reference: id.text, at: act.at))
            return details
        }
    }
}
