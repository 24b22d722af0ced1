public import Loyalty
import Synchronization

private let entriesMax = 100_000

/// Limits how often something that may be guessed can be tried, per name, per address, per whatever the caller counts
/// by.
///
/// An attempt counts when it begins, so that many at once are no way around the limit.
public final class AttemptLimiter: Sendable {
    private struct Window {
        var count = 0
        let until: Instant
    }

    private let attemptsMax: Int
    private let windowSeconds: Int64
    private let windows = Mutex<[String: Window]>([:])

    public init(attemptsMax: Int = 10, windowSeconds: Int64 = 600) {
        self.attemptsMax = attemptsMax
        self.windowSeconds = windowSeconds
    }

    /// Counts an attempt under each of the keys.
    /// - Throws: ``AttemptRejection`` where one of them has used up its attempts; then none is counted.
    public func begin(_ keys: [String], at now: Instant) throws(AttemptRejection) {
        let blockedUntil = windows.withLock { windows -> Instant? in
            if windows.count + keys.count > entriesMax { windows = windows.filter { now < $0.value.until } }
            if windows.count + keys.count > entriesMax { return now.adding(seconds: windowSeconds) }
            let full = keys.compactMap { key in windows[key] }.filter { now < $0.until && $0.count >= attemptsMax }
            if let last = full.map(\.until).max() { return last }
            for key in keys { count(key, in: &windows, at: now) }
            return nil
        }
        guard let blockedUntil else { return }
        throw AttemptRejection(retryAfterSeconds: (blockedUntil.milliseconds - now.milliseconds + 999) / 1_000)
    }

    /// Takes an attempt back that turned out to be right.
    public func forgive(_ keys: [String]) {
        windows.withLock { windows in
            for key in keys { windows[key]?.count -= 1 }
        }
    }

    private func count(_ key: String, in windows: inout [String: Window], at now: Instant) {
        let current = windows[key].flatMap { now < $0.until ? $0 : nil }
        var window = current ?? Window(until: now.adding(seconds: windowSeconds))
        window.count += 1
        windows[key] = window
    }
}

/// Too many attempts failed.
public struct AttemptRejection: Rejection, Hashable {
    /// How long to wait.
    public let retryAfterSeconds: Int64

    public var name: String { "attemptsMustNotBeTooMany" }
    public var sentence: String { "Too many attempts: wait \(retryAfterSeconds) seconds, then try again." }
    public var kind: RejectionKind { .tooMany }
}
