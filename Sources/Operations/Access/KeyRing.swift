import Crypto
public import Loyalty
import Storage

/// How long a key is in use before that is written down again.
private let secondsBetweenNotes: Int64 = 3_600

/// Finds API keys by their secrets, and remembers those in use for a moment: keys are what the busiest calls come with.
public final class KeyRing: Sendable {
    private let database: any SQLDatabase
    private let now: @Sendable () -> Instant
    private let platformKeyHash: [UInt8]?
    private let memory: ShortMemory<[UInt8], APIKey>

    /// - Parameter platformKey: The secret of a key of the platform that is valid from the start.
    public init(_ surroundings: Surroundings, platformKey: String?) {
        database = surroundings.database
        now = surroundings.now
        memory = ShortMemory(now: surroundings.now)
        platformKeyHash = platformKey.map(secretHash)
    }

    /// - Returns: `nil` where no key has that secret, or no longer.
    public func key(of secret: String) async throws -> APIKey? {
        let hash = secretHash(secret)
        if hash == platformKeyHash { return APIKey.configured }
        guard secret.hasPrefix(APIKey.secretPrefix) else { return nil }
        return try await memory.value(for: hash) {
            let found = try await database.read { connection in try KeyStore(connection).key(secretHash: hash) }
            guard let found else { return nil }
            await noteUse(of: found.key, last: found.lastUsedAt)
            return found.key
        }
    }

    /// Writes down, once in a while, that a key is in use, so that its owner knows whether it is still needed.
    private func noteUse(of key: APIKey, last: Instant?) async {
        let now = now()
        guard let shop = key.shopID, last.map({ $0.adding(seconds: secondsBetweenNotes) <= now }) ?? true else {
            return
        }
        // Should it fail, as on a full disk, the key is good all the same, and the next look-up tries again.
        do {
            try await database.write(in: shop) { connection in
                try KeyStore(connection).noteUse(of: key.id, in: shop, at: now)
            }
        } catch {}
    }

    /// Makes a key that was just revoked invalid at once.
    func forget(_ hash: [UInt8]) { memory.forget(hash) }
}

extension APIKey {
    /// What the secrets of keys made by Tuzo begin with.
    static let secretPrefix = "tuzo_"

    /// How the platform's key is called, in the ledger too; no other key is called so.
    static let platformName = "platform"

    /// The platform's key from the configuration.
    static let configured = APIKey(
        id: Identifier(trusted: platformName), name: platformName, shopID: nil, scopes: Set(Scope.allCases))
}

/// What is kept of a secret. It has 256 random bits, so a plain hash cannot be turned back by guessing.
func secretHash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }
