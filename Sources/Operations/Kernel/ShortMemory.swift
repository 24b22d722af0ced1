import Loyalty
import Synchronization

private let entriesMax = 10_000
/// How long something that another server changed may still be taken for what it was.
private let secondsMax: Int64 = 5

/// Remembers for a moment what the busiest calls ask the database for again and again.
///
/// What this server changes itself is forgotten at once.
final class ShortMemory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let until: Instant
    }
    private struct Contents {
        var entries: [Key: Entry] = [:]
        /// Counts what was forgotten, so that a look-up that began before cannot bring it back.
        var changeCount = 0
    }

    private let contents = Mutex(Contents())
    private let now: @Sendable () -> Instant

    init(now: @escaping @Sendable () -> Instant) { self.now = now }

    /// - Parameter find: Asks the database; `nil`, which is not remembered, means that there is none.
    func value(for key: Key, else find: () async throws -> Value?) async throws -> Value? {
        let now = now()
        let (known, changeCount) = contents.withLock { contents in (contents.entries[key], contents.changeCount) }
        if let known, now < known.until { return known.value }
        guard let value = try await find() else { return nil }
        let entry = Entry(value: value, until: now.adding(seconds: secondsMax))
        contents.withLock { contents in
            guard contents.changeCount == changeCount else { return }
            if contents.entries.count >= entriesMax { contents.entries.removeAll() }
            contents.entries[key] = entry
        }
        return value
    }

    func forget(_ key: Key) {
        contents.withLock { contents in
            contents.entries[key] = nil
            contents.changeCount += 1
        }
    }
}
