/// For how long codes that do not exist are counted, from the first.
public let guessWindowSeconds: Int64 = 600
private let guessesOfCallerMax = 10
private let guessesFromAddressMax = 30
private let guessesInShopMax = 100

/// Decides whether somebody may look for one more code, by how many were looked for that do not exist.
///
/// A caller, or an address, that has guessed too often waits for all codes, right ones too. In a shop where too many
/// were wrong, whoever else they came from, it is only those who have guessed wrong themselves who wait, from their
/// first wrong code on: so nobody can close the tills of others.
/// - Parameters:
///   - caller: Those of the caller, in whatever shop.
///   - address: Those from the caller's address, in whatever shop.
///   - shop: Those in the shop, whoever they came from.
/// - Throws: ``AttemptRejection``.
public func decideGuess(
    of caller: AttemptWindow?, from address: AttemptWindow?, in shop: AttemptWindow?, at now: Instant
) throws(AttemptRejection) {
    let isShopGuessedAt = shop?.isFull(with: guessesInShopMax, at: now) ?? false
    try decideAttempt(
        under: [(caller, isShopGuessedAt ? 1 : guessesOfCallerMax), (address, guessesFromAddressMax)], at: now)
}
