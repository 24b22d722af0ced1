public import Loyalty
import Storage

/// Looks up what must be known of a caller to let them into a shop, or not.
public struct ShopGate: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``AccessRejection/shopMustExist`` where there is no such shop.
    public func visit(of caller: Caller, to id: Shop.ID) async throws -> ShopVisit {
        guard let shop = try await surroundings.shops.shop(id) else { throw AccessRejection.shopMustExist }
        return ShopVisit(shop: shop, isStaff: try await isStaff(caller, in: shop))
    }

    private func isStaff(_ caller: Caller, in shop: Shop) async throws -> Bool {
        guard case .person(let person) = caller, person != shop.ownerID else { return false }
        return try await surroundings.database.read { connection in
            try StaffStore(connection).isStaff(person, in: shop.id)
        }
    }
}

/// Somebody at the door of a shop, with what the shop's records say of them.
public struct ShopVisit: Sendable {
    public let shop: Shop
    public let isStaff: Bool
}
