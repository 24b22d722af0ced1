public import Loyalty

/// Limits how often passwords can be tried, per name and per address, on all servers together.
///
/// Trying one is slow, so that an attempt is counted when it begins: many at once are no way around the limit.
public struct AttemptLimiter: Sendable {
    private let surroundings: Surroundings
    private let book: AttemptBook
    private let attemptsMax: Int

    public init(
        in surroundings: Surroundings, attemptsMax: Int = signInAttemptsMax,
        windowSeconds: Int64 = signInWindowSeconds
    ) {
        self.surroundings = surroundings
        self.attemptsMax = attemptsMax
        book = AttemptBook(in: surroundings, of: "passwords", windowSeconds: windowSeconds)
    }

    /// Counts an attempt under each of the subjects.
    /// - Throws: ``AttemptRejection`` where one of them has used up its attempts; then none is counted.
    func begin(_ subjects: [String]) async throws -> CountedAttempt {
        let now = surroundings.now()
        let decide: AttemptBook.Decision = { [attemptsMax] windows in
            try decideAttempt(under: windows.map { (window: $0, attemptsMax: attemptsMax) }, at: now)
        }
        // Those who must wait keep nobody else waiting.
        try await book.check(subjects, decide)
        return try await book.count(subjects, at: now, decide)
    }

    /// Takes an attempt back that turned out to be right. Where that fails, it stays counted, which is no reason to
    /// turn anybody away.
    func forgive(_ attempt: CountedAttempt) async {
        do { try await book.takeBack(attempt) } catch {}
    }
}
