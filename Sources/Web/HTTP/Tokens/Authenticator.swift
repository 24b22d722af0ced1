import Hummingbird
import Loyalty
import Operations

/// Finds out who is calling, by the token or key that the request carries.
struct Authenticator: Sendable {
    let keys: KeyRing
    let tokens: TokenVerifier

    /// - Throws: ``AccessRejection`` without credentials, and with wrong ones.
    func caller(of request: Request) async throws -> Caller {
        guard let credential = request.headers[.authorization].flatMap(bearer) else {
            throw AccessRejection.credentialsMustBeGiven
        }
        if let key = try await keys.key(of: credential) { return .key(key) }
        return .person(try await tokens.claims(of: credential).customerID)
    }
}

/// What follows `Bearer`, however that is spelled (RFC 9110, section 11.1).
private func bearer(_ header: String) -> String? {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1].drop { $0 == " " })
}
