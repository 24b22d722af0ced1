public import Loyalty

/// Slows down whoever guesses at redemption codes, on all servers together: only codes that do not exist count, and
/// mistyped ones do not. See ``decideGuess(of:from:in:at:)``.
///
/// Looking for a code is fast, so that what was wrong is counted after it: right ones are not in each other's way, and
/// write nothing.
public struct CodeGuesses: Sendable {
    private let book: AttemptBook

    public init(in surroundings: Surroundings) {
        book = AttemptBook(in: surroundings, of: "codes", windowSeconds: guessWindowSeconds)
    }

    /// Looks for a code, and counts where there is none.
    /// - Throws: ``AttemptRejection`` for those who must wait, and whatever looking throws. Of many at once who find
    ///   none, only as many are told so as may look.
    public func count<Answer>(
        by caller: Caller, from address: String, in shop: Shop.ID, at now: Instant,
        look: () async throws -> Answer
    ) async throws -> Answer {
        let subjects = ["caller:\(caller.principal)", "address:\(address)", "shop:\(shop)"]
        let decide: AttemptBook.Decision = { windows in
            try decideGuess(of: windows[0], from: windows[1], in: windows[2], at: now)
        }
        try await book.check(subjects, decide)
        do {
            return try await look()
        } catch RedemptionStateRejection.redemptionMustExist {
            _ = try await book.count(subjects, at: now, decide)
            throw RedemptionStateRejection.redemptionMustExist
        }
    }
}
