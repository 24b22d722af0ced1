import ExactJSON
public import Loyalty
public import Storage

private let secretByteCount = 32

/// Makes an API key for a shop.
public struct IssueKey: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: The key, and its secret, which is told this once and kept nowhere.
    /// - Throws: ``KeyRejection``.
    public func callAsFunction(
        named name: String, scopes: Set<APIKey.Scope>, in shop: Shop.ID, actor: String
    ) async throws -> (record: KeyRecord, secret: String) {
        guard !name.isEmpty else { throw KeyRejection.keyMustHaveAName }
        guard name != APIKey.platformName else { throw KeyRejection.keyMustNotHaveThePlatformsName }
        guard !scopes.isEmpty else { throw KeyRejection.keyMustHaveAScope }
        let act = surroundings.act
        let secret = APIKey.secretPrefix + Base64URL.text(of: surroundings.random(secretByteCount))
        let record = KeyRecord(
            key: APIKey(id: surroundings.newID(), name: name, shopID: shop, scopes: scopes),
            lastFour: String(secret.suffix(4)), createdAt: act.at, createdBy: actor)
        try await surroundings.database.write(in: shop) { connection in
            let store = KeyStore(connection)
            guard try store.keys(in: shop).count < keysPerShopMax else { throw KeyRejection.shopMustNotHaveTooManyKeys }
            try store.add(record, secretHash: secretHash(secret), in: shop)
            try AuditLogStore(connection).append(
                act.made("issue_key", of: record.key.id.text, by: actor, before: JSONValue?.none, after: record),
                in: shop)
        }
        return (record, secret)
    }
}
