public import Loyalty
import Storage

/// Shows what a member's balance is made of: the open lots, by the last day that they are good for.
public struct ViewLots: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Open lots.
    public struct Shelf: Sendable {
        /// Those that lapse, the soonest first.
        public let parts: [LotSchedule.Part]
        /// What never lapses.
        public let lasting: Points
    }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> Shelf {
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        return try await surroundings.database.read { connection in
            guard let member = try MemberStore(connection).member(customer, in: shop.id) else {
                throw MemberRejection.membershipMustExist
            }
            let lots = try LotStore(connection).open(of: customer, in: shop.id)
            let parts = LotSchedule(lots, of: member, in: zone).parts
            return Shelf(parts: parts, lasting: lots.map(\.remaining).total - parts.map(\.points).total)
        }
    }
}
