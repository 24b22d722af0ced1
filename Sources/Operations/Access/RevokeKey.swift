import ExactJSON
public import Loyalty
import Storage

/// Makes an API key of a shop invalid, at once and for good.
public struct RevokeKey: Sendable {
    private let surroundings: Surroundings
    private let ring: KeyRing

    /// - Parameter ring: What remembers keys in this process.
    public init(in surroundings: Surroundings, ring: KeyRing) {
        self.surroundings = surroundings
        self.ring = ring
    }

    /// - Throws: ``KeyRejection/keyMustExist``, also where it was revoked before.
    public func callAsFunction(_ id: APIKey.ID, in shop: Shop.ID, actor: String) async throws {
        let act = surroundings.act
        let hash = try await surroundings.database.write(in: shop) { connection in
            let store = KeyStore(connection)
            let held = try store.keys(in: shop).first { $0.key.id == id }
            guard let held, let hash = try store.revoke(id, in: shop, at: act.at) else {
                throw KeyRejection.keyMustExist
            }
            try AuditLogStore(connection).append(
                act.made("revoke_key", of: id.text, by: actor, before: held, after: JSONValue?.none), in: shop)
            return hash
        }
        ring.forget(hash)
    }
}
