import JWTKit
import Loyalty
import Operations

/// Finds out whose token it is.
///
/// Which algorithms are right is configuration: HS256 means the configured secret and nothing else, RS256 and ES256
/// mean keys of the configured set. What the token says of itself only chooses among these.
struct TokenVerifier: Sendable {
    private let settings: TokenSettings
    private let now: @Sendable () -> Instant
    private let secretKey: HS256?
    private let keySet: KeySet?

    init(_ settings: TokenSettings, keySet: KeySet?, now: @escaping @Sendable () -> Instant) {
        self.settings = settings
        self.now = now
        self.keySet = keySet
        secretKey = settings.secret.map(HS256.init)
    }

    /// - Parameter kind: What the token is for: `access` or `refresh`.
    /// - Throws: ``AccessRejection/credentialsMustBeValid``, whatever is wrong; ``Problem/keySetMustBeReachable``.
    func claims(of token: String, kind: String = "access") async throws -> TokenClaims {
        guard let text = TokenText(token), let key = try await key(for: text), isSigned(text, by: key),
            let claims = text.claims.flatMap({ TokenClaims($0, kind: kind, settings: settings, at: now()) })
        else { throw AccessRejection.credentialsMustBeValid }
        return claims
    }

    private func key(for token: TokenText) async throws(Problem) -> (any JWTAlgorithm)? {
        switch token.algorithm {
        case "HS256": secretKey
        case "RS256", "ES256": try await keySet?.key(named: token.keyID, algorithm: token.algorithm)
        default: nil
        }
    }

    private func isSigned(_ token: TokenText, by key: any JWTAlgorithm) -> Bool {
        do {
            return try key.verify(token.signature, signs: token.signed)
        } catch {
            return false
        }
    }
}
