public import Loyalty

/// The API keys of shops, within one transaction. Of the secrets only hashes are here.
public struct KeyStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func add(_ record: KeyRecord, secretHash: [UInt8], in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO api_key (shop_id, key_id, name, scopes, secret_hash, last_four, created_at, created_by)
            VALUES (\(shop), \(record.key.id), \(record.key.name), \(joined(record.key.scopes)), \(secretHash),
                \(record.lastFour), \(record.createdAt), \(record.createdBy))
            """)
    }

    /// The key with that secret, unless it was revoked, and when it was last said to be in use.
    public func key(secretHash: [UInt8]) throws -> (key: APIKey, lastUsedAt: Instant?)? {
        try connection.first(
            """
            SELECT shop_id, key_id, name, scopes, last_used_at FROM api_key
            WHERE secret_hash = \(secretHash) AND revoked_at IS NULL
            """
        ) { row in
            let shop: Shop.ID = try row.id()
            let key = APIKey(id: try row.id(), name: try row.text(), shopID: shop, scopes: split(try row.text()))
            return (key, row.optionalInstant())
        }
    }

    /// Says that a key is in use; a later time than this one stays.
    public func noteUse(of id: APIKey.ID, in shop: Shop.ID, at now: Instant) throws {
        try connection.execute(
            """
            UPDATE api_key SET last_used_at = \(now)
            WHERE shop_id = \(shop) AND key_id = \(id) AND COALESCE(last_used_at, 0) < \(now)
            """)
    }

    /// The keys that were not revoked, oldest first.
    public func keys(in shop: Shop.ID) throws -> [KeyRecord] {
        try connection.all(
            """
            SELECT key_id, name, scopes, last_four, created_at, created_by, last_used_at FROM api_key
            WHERE shop_id = \(shop) AND revoked_at IS NULL ORDER BY key_id
            """
        ) { row in
            KeyRecord(
                key: APIKey(id: try row.id(), name: try row.text(), shopID: shop, scopes: split(try row.text())),
                lastFour: try row.text(), createdAt: try row.instant(), createdBy: try row.text(),
                lastUsedAt: row.optionalInstant())
        }
    }

    /// - Returns: The hash of the secret that no longer holds; `nil` where there is no such key, or it was revoked
    ///   before.
    public func revoke(_ id: APIKey.ID, in shop: Shop.ID, at now: Instant) throws -> [UInt8]? {
        try connection.first(
            """
            UPDATE api_key SET revoked_at = \(now)
            WHERE shop_id = \(shop) AND key_id = \(id) AND revoked_at IS NULL RETURNING secret_hash
            """
        ) { row in try row.bytes() }
    }
}

/// An API key as its owner sees it.
public struct KeyRecord: Sendable {
    public let key: APIKey
    /// The end of the secret, to tell keys apart by.
    public let lastFour: String
    public let createdAt: Instant
    public let createdBy: String
    /// When it was last in use, to within the hour before; `nil` where it never was.
    public let lastUsedAt: Instant?

    public init(key: APIKey, lastFour: String, createdAt: Instant, createdBy: String, lastUsedAt: Instant? = nil) {
        self.key = key
        self.lastFour = lastFour
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.lastUsedAt = lastUsedAt
    }
}

private func joined(_ scopes: Set<APIKey.Scope>) -> String { scopes.map(\.rawValue).sorted().joined(separator: " ") }

private func split(_ text: String) -> Set<APIKey.Scope> {
    Set(text.split(separator: " ").compactMap { APIKey.Scope(rawValue: String($0)) })
}
