public import Loyalty
public import Storage

/// Looks up what must be known of a caller to let them into a shop, or not.
public struct ShopGate: Sendable {
    private let database: any SQLDatabase
    private let shop: @Sendable (Shop.ID) async throws -> Shop?

    /// - Parameter shop: Finds a shop by its id, at best without asking the database each time.
    public init(database: any SQLDatabase, shop: @escaping @Sendable (Shop.ID) async throws -> Shop?) {
        self.database = database
        self.shop = shop
    }

    /// Looks shops up in the database.
    public init(database: any SQLDatabase) {
        self.init(database: database) { id in
            try await database.read { connection in try ShopStore(connection).shop(id) }
        }
    }

    /// - Throws: ``AccessRejection/shopMustExist`` where there is no such shop.
    public func visit(of caller: Caller, to id: Shop.ID) async throws -> ShopVisit {
        guard let shop = try await shop(id) else { throw AccessRejection.shopMustExist }
        return ShopVisit(shop: shop, isStaff: try await isStaff(caller, in: shop))
    }

    private func isStaff(_ caller: Caller, in shop: Shop) async throws -> Bool {
        guard case .person(let person) = caller, person != shop.ownerID else { return false }
        return try await database.read { connection in try StaffStore(connection).isStaff(person, in: shop.id) }
    }
}

/// Somebody at the door of a shop, with what the shop's records say of them.
public struct ShopVisit: Sendable {
    public let shop: Shop
    public let isStaff: Bool
}
