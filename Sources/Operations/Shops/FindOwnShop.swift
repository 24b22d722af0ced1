public import Loyalty
import Storage

/// Finds the shop that an owner means, also where the call does not name it.
public struct FindOwnShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter id: The shop that was named; `nil` where the owner is trusted to have one only.
    /// - Throws: ``OwnShopRejection``; a shop of somebody else looks like none.
    public func callAsFunction(of owner: Customer.ID, named id: Shop.ID?) async throws -> Shop {
        let shops = try await surroundings.database.read { connection in
            try ShopStore(connection).shops(ownedBy: owner)
        }
        return try chooseShop(named: id, among: shops)
    }
}
