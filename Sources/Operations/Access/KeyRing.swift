import Crypto
public import Loyalty
import Storage
import Synchronization

private let entriesMax = 10_000
/// How long a key that another server revoked may still open doors here.
private let secondsMax: Int64 = 5

/// Finds API keys by their secrets, and remembers those in use for a moment: keys are what the busiest calls come with.
public final class KeyRing: Sendable {
    private struct Entry {
        let key: APIKey
        let until: Instant
    }
    private struct Memory {
        var entries: [[UInt8]: Entry] = [:]
        /// Counts what was forgotten, so that a look-up that began before cannot bring it back.
        var changeCount = 0
    }

    private let database: any SQLDatabase
    private let now: @Sendable () -> Instant
    private let platformKeyHash: [UInt8]?
    private let memory = Mutex(Memory())

    /// - Parameter platformKey: The secret of a key of the platform that is valid from the start.
    public init(_ surroundings: Surroundings, platformKey: String?) {
        database = surroundings.database
        now = surroundings.now
        platformKeyHash = platformKey.map(secretHash)
    }

    /// - Returns: `nil` where no key has that secret, or no longer.
    public func key(of secret: String) async throws -> APIKey? {
        let hash = secretHash(secret)
        if hash == platformKeyHash { return APIKey.configured }
        guard secret.hasPrefix(APIKey.secretPrefix) else { return nil }
        let now = now()
        let (known, changeCount) = memory.withLock { memory in (memory.entries[hash], memory.changeCount) }
        if let known, now < known.until { return known.key }
        guard let key = try await database.read({ connection in try KeyStore(connection).key(secretHash: hash) }) else {
            return nil
        }
        remember(Entry(key: key, until: now.adding(seconds: secondsMax)), for: hash, unlessChangedSince: changeCount)
        return key
    }

    /// Makes a key that was just revoked invalid at once.
    func forget(_ hash: [UInt8]) {
        memory.withLock { memory in
            memory.entries[hash] = nil
            memory.changeCount += 1
        }
    }

    private func remember(_ entry: Entry, for hash: [UInt8], unlessChangedSince changeCount: Int) {
        memory.withLock { memory in
            guard memory.changeCount == changeCount else { return }
            if memory.entries.count >= entriesMax { memory.entries.removeAll() }
            memory.entries[hash] = entry
        }
    }
}

extension APIKey {
    /// What the secrets of keys made by Tuzo begin with.
    static let secretPrefix = "tuzo_"

    /// The platform's key from the configuration.
    static let configured = APIKey(
        id: Identifier(trusted: "platform"), name: "platform", shopID: nil, scopes: Set(Scope.allCases))
}

/// What is kept of a secret. It has 256 random bits, so a plain hash cannot be turned back by guessing.
func secretHash(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }
