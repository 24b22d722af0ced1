/// How many attempts to sign in an account has, and an address, within one window.
public let signInAttemptsMax = 10
public let signInWindowSeconds: Int64 = 600

/// What is counted of the attempts at something that may be guessed: those of one window count together, and are
/// forgotten together.
public struct AttemptWindow: Hashable, Sendable {
    public let count: Int
    /// From then on they are forgotten.
    public let endsAt: Instant

    public init(count: Int, endsAt: Instant) {
        self.count = count
        self.endsAt = endsAt
    }

    /// Whether so many are counted at that moment.
    func isFull(with attemptsMax: Int, at now: Instant) -> Bool { now < endsAt && count >= attemptsMax }
}

/// Decides whether there may be one more attempt at something that may be guessed.
/// - Parameter limits: What is counted under each subject that the attempt would count under, and how many it has.
/// - Throws: ``AttemptRejection``, until the last of the windows ends that are full.
public func decideAttempt(
    under limits: [(window: AttemptWindow?, attemptsMax: Int)], at now: Instant
) throws(AttemptRejection) {
    let full = limits.compactMap { limit in
        limit.window.flatMap { window in window.isFull(with: limit.attemptsMax, at: now) ? window.endsAt : nil }
    }
    guard let end = full.max() else { return }
    throw AttemptRejection(retryAfterSeconds: (end.milliseconds - now.milliseconds + 999) / 1_000)
}

/// Too many attempts failed.
public struct AttemptRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(retryAfterSeconds: 600)] }

    /// How long to wait.
    public let retryAfterSeconds: Int64

    public init(retryAfterSeconds: Int64) { self.retryAfterSeconds = retryAfterSeconds }

    public var name: String { "attemptsMustNotBeTooMany" }
    public var sentence: String { "Too many attempts: wait \(retryAfterSeconds) seconds, then try again." }
    public var kind: RejectionKind { .tooMany }
}
