public import Loyalty
public import Storage

/// Shows an owner the API keys of the shop.
public struct ViewKeys: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// All keys that are good, never their secrets.
    public func callAsFunction(in shop: Shop.ID) async throws -> [KeyRecord] {
        try await surroundings.database.read { connection in try KeyStore(connection).keys(in: shop) }
    }

    /// - Throws: ``KeyRejection/keyMustExist``, also for one that was revoked.
    public func callAsFunction(_ id: APIKey.ID, in shop: Shop.ID) async throws -> KeyRecord {
        guard let record = try await self(in: shop).first(where: { $0.key.id == id }) else {
            throw KeyRejection.keyMustExist
        }
        return record
    }
}
