import JWTKit
import Logging
import Loyalty

/// Between two attempts to fetch the keys, whoever asks for keys that are not there.
private let pauseSeconds: Int64 = 30
/// The same after an attempt that failed.
private let failurePauseSeconds: Int64 = 5
/// After this time keys are fetched again, so that one that was taken out of the set dies.
private let freshSeconds: Int64 = 900

/// The platform's public keys, fetched when needed and kept; when fetching fails, the last good ones stay.
actor KeySet {
    private let fetch: @Sendable () async throws -> [UInt8]
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let failures: Counter
    private var keys: [PublicKey] = []
    private var fetchedAt: Instant?
    private var attemptedAt: Instant?
    private var attempt: Task<Void, Never>?
    /// Whether the last attempt did.
    private var hasFailed = false

    init(
        _ fetch: @escaping @Sendable () async throws -> [UInt8], now: @escaping @Sendable () -> Instant, logger: Logger,
        failures: Counter
    ) {
        self.fetch = fetch
        self.now = now
        self.logger = logger
        self.failures = failures
    }

    /// The key of that name, or the only one of that algorithm where the token names none; `nil` where the platform has
    /// none.
    /// - Throws: ``Problem/keySetMustBeReachable`` where that cannot be known now.
    func key(named id: String?, algorithm: String) async throws(Problem) -> (any JWTAlgorithm)? {
        let known = find(id, algorithm)
        if let known, isFresh { return known }
        refresh()
        // While the platform is away, nobody whose key is known waits for it.
        if let known, hasFailed { return known }
        await attempt?.value
        let key = find(id, algorithm)
        guard key != nil || !hasFailed else { throw .keySetMustBeReachable }
        return key
    }

    private func find(_ id: String?, _ algorithm: String) -> (any JWTAlgorithm)? {
        let fitting = keys.filter { $0.algorithm.name == algorithm && (id == nil || $0.id == id) }
        return fitting.count == 1 ? fitting[0].algorithm : nil
    }

    private var isFresh: Bool { fetchedAt.map { now() < $0.adding(seconds: freshSeconds) } ?? false }

    private func refresh() {
        let pause = hasFailed ? failurePauseSeconds : pauseSeconds
        if attempt == nil, attemptedAt.map({ $0.adding(seconds: pause) <= now() }) ?? true {
            attemptedAt = now()
            attempt = Task { await load() }
        }
    }

    private func load() async {
        defer { attempt = nil }
        do {
            let bytes = try await fetch()
            keys = try await PublicKey.all(in: bytes)
            fetchedAt = now()
            hasFailed = false
        } catch {
            hasFailed = true
            failures.add(1)
            logger.error("the key set could not be fetched", metadata: ["error": "\(error)"])
        }
    }
}
