import ExactJSON
public import Loyalty
public import Operations
import Storage

private let accessSeconds: Int64 = 900
private let refreshSeconds: Int64 = 7 * 86_400
/// When the account was last changed: a token for staying signed in dies with the password it came from.
let accountClaim = "account_changed_at"

/// Signs tokens like those of Django SimpleJWT, where no platform does.
public struct TokenIssuer: Sendable {
    private let key: HS256
    private let settings: TokenSettings
    private let surroundings: Surroundings

    /// - Returns: `nil` where there is no secret to sign with.
    public init?(_ settings: TokenSettings, in surroundings: Surroundings) {
        guard let secret = settings.secret else { return nil }
        key = HS256(secret: secret)
        self.settings = settings
        self.surroundings = surroundings
    }

    /// A token that its bearer acts as the customer with.
    /// - Parameter seconds: How long it holds; a quarter of an hour if not given.
    public func accessToken(for customer: Customer.ID, seconds: Int64? = nil) -> String {
        token(for: customer, kind: "access", seconds: seconds ?? accessSeconds) { _ in }
    }

    /// A token that stays good for a week, and only for getting access tokens.
    func refreshToken(for account: Account) -> String {
        token(for: account.customerID, kind: "refresh", seconds: refreshSeconds) { json in
            json.field(accountClaim, account.changedAt.milliseconds)
        }
    }

    private func token(
        for customer: Customer.ID, kind: String, seconds: Int64, _ more: (inout JSONWriter) -> Void
    ) -> String {
        let now = surroundings.now().milliseconds / 1_000
        var json = JSONWriter()
        json.object { json in
            json.field("token_type", kind)
            json.field("exp", now + seconds)
            json.field("iat", now)
            json.field("jti", Base64URL.text(of: surroundings.random(16)))
            json.field("user_id", customer)
            if let issuer = settings.issuer { json.field("iss", issuer) }
            if let audience = settings.audience { json.field("aud", audience) }
            more(&json)
        }
        let signed = Base64URL.text(of: Array(header.utf8)) + "." + Base64URL.text(of: json.bytes)
        return signed + "." + Base64URL.text(of: key.signature(of: Array(signed.utf8)))
    }
}

private let header = #"{"alg":"HS256","typ":"JWT"}"#
