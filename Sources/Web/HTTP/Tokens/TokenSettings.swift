/// Which tokens are taken, and how Tuzo signs its own.
public struct TokenSettings: Sendable {
    /// The secret that the platform signs HS256 tokens with, and Tuzo too; `nil` where none are taken or made.
    public var secret: String?
    /// Where the platform's public keys for RS256 and ES256 are; `nil` where no such tokens are taken.
    public var keySet: KeySetSource?
    /// What `iss` must be, where that is asked for.
    public var issuer: String?
    /// What `aud` must be or hold; tokens made for somebody are taken only where this says for whom.
    public var audience: String?

    public init(
        secret: String? = nil, keySet: KeySetSource? = nil, issuer: String? = nil, audience: String? = nil
    ) {
        self.secret = secret
        self.keySet = keySet
        self.issuer = issuer
        self.audience = audience
    }
}

/// Where a set of public keys (JWKS, RFC 7517) comes from.
public enum KeySetSource: Sendable {
    /// An address to fetch it from, again and again.
    case url(String)
    /// A file.
    case file(String)
    /// The document itself.
    case document(String)
}
