public import Loyalty
import Synchronization

private let entriesMax = 100_000

/// Limits how often something that may be guessed can be tried, per name, per address, per whatever the caller counts
/// by.
///
/// Where trying is slow, as with passwords, ``begin(_:at:)`` counts an attempt when it begins, so that many at once are
/// no way around the limit. Where it is fast, ``check(_:at:)`` asks first and ``count(_:at:)`` counts what was wrong,
/// so that many right ones at once are not in each other's way.
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
        let limits = Dictionary(keys.map { ($0, attemptsMax) }, uniquingKeysWith: { first, _ in first })
        try refuse(
            until: windows.withLock { windows -> Instant? in
                if let blocked = blockedUntil(limits, in: &windows, at: now) { return blocked }
                for key in keys { count(key, in: &windows, at: now) }
                return nil
            }, at: now)
    }

    /// Takes an attempt back that turned out to be right.
    public func forgive(_ keys: [String]) {
        windows.withLock { windows in
            for key in keys { windows[key]?.count -= 1 }
        }
    }

    /// Counts nothing.
    /// - Parameter limits: How many attempts each key has.
    /// - Throws: ``AttemptRejection`` where one of them has used them up.
    public func check(_ limits: [String: Int], at now: Instant) throws(AttemptRejection) {
        try refuse(until: windows.withLock { windows in blockedUntil(limits, in: &windows, at: now) }, at: now)
    }

    /// Counts an attempt that was wrong under each of the keys.
    public func count(_ keys: [String], at now: Instant) {
        windows.withLock { windows in
            for key in keys { count(key, in: &windows, at: now) }
        }
    }

    /// How many attempts are counted under a key.
    public func count(of key: String, at now: Instant) -> Int {
        windows.withLock { windows in windows[key].flatMap { now < $0.until ? $0.count : nil } ?? 0 }
    }

    private func refuse(until blockedUntil: Instant?, at now: Instant) throws(AttemptRejection) {
        guard let blockedUntil else { return }
        throw AttemptRejection(retryAfterSeconds: (blockedUntil.milliseconds - now.milliseconds + 999) / 1_000)
    }

    /// Until when one of the keys has no attempts left; `nil` where all have some, and there is room to count them.
    private func blockedUntil(
        _ limits: [String: Int], in windows: inout [String: Window], at now: Instant
    ) -> Instant? {
        if windows.count + limits.count > entriesMax { windows = windows.filter { now < $0.value.until } }
        if windows.count + limits.count > entriesMax { return now.adding(seconds: windowSeconds) }
        let full = limits.compactMap { key, max in windows[key].flatMap { $0.count >= max ? $0.until : nil } }
        return full.filter { now < $0 }.max()
    }

    private func count(_ key: String, in windows: inout [String: Window], at now: Instant) {
        let current = windows[key].flatMap { now < $0.until ? $0 : nil }
        var window = current ?? Window(until: now.adding(seconds: windowSeconds))
        window.count += 1
        windows[key] = window
    }
}

/// Too many attempts failed.
public struct AttemptRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(retryAfterSeconds: 600)] }

    /// How long to wait.
    public let retryAfterSeconds: Int64

    public var name: String { "attemptsMustNotBeTooMany" }
    public var sentence: String { "Too many attempts: wait \(retryAfterSeconds) seconds, then try again." }
    public var kind: RejectionKind { .tooMany }
}
