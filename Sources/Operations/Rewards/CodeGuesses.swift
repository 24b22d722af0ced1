public import Loyalty

private let windowSeconds: Int64 = 600
private let guessesOfCallerMax = 10
private let guessesFromAddressMax = 30
private let guessesInShopMax = 100

/// Slows down whoever guesses at redemption codes: only codes that do not exist count, and mistyped ones do not.
///
/// A caller, or an address, that has guessed too often waits for all codes, right ones too. In a shop where too many
/// were wrong, whoever else they came from, it is only those who have guessed wrong themselves who wait, from their
/// first wrong code on: so nobody can close the tills of others.
public final class CodeGuesses: Sendable {
    private let limiter = AttemptLimiter(windowSeconds: windowSeconds)

    public init() {}

    /// Looks for a code, and counts where there is none.
    /// - Throws: ``AttemptRejection`` for those who must wait, and whatever looking throws.
    public func count<Answer>(
        by caller: Caller, from address: String, in shop: Shop.ID, at now: Instant,
        look: () async throws -> Answer
    ) async throws -> Answer {
        let (callerKey, addressKey, shopKey) = ("caller:\(caller.principal)", "address:\(address)", "shop:\(shop)")
        let isShopGuessedAt = limiter.count(of: shopKey, at: now) >= guessesInShopMax
        try limiter.check(
            [callerKey: isShopGuessedAt ? 1 : guessesOfCallerMax, addressKey: guessesFromAddressMax], at: now)
        do {
            return try await look()
        } catch RedemptionStateRejection.redemptionMustExist {
            limiter.count([callerKey, addressKey, shopKey], at: now)
            throw RedemptionStateRejection.redemptionMustExist
        }
    }
}
