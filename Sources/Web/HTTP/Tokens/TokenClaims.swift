import ExactJSON
import Loyalty

/// How far the clocks of two machines may be apart, for tokens that begin to hold at some time.
private let skewSeconds: Int64 = 30

/// What a token says, once its signature was found right and it holds now.
struct TokenClaims: Sendable {
    let customerID: Customer.ID
    private let object: JSONObject

    /// - Parameter kind: What `token_type` must be: `access` or `refresh`.
    /// - Returns: `nil` where a claim is missing, of the wrong type, or does not hold.
    init?(_ object: JSONObject, kind: String, settings: TokenSettings, at now: Instant) {
        guard object["token_type"] == .string(kind), let id = userID(object["user_id"]),
            let end = seconds(object["exp"]), now.milliseconds < end * 1_000,
            isPast(object["nbf"], now), isPast(object["iat"], now),
            settings.issuer.map({ object["iss"] == .string($0) }) ?? true,
            isMeantForUs(object["aud"], settings.audience)
        else { return nil }
        customerID = id
        self.object = object
    }

    subscript(_ claim: String) -> JSONValue? { object[claim] }
}

/// The platform's user id: a text, or the whole number that Django counts users with.
private func userID(_ value: JSONValue?) -> Customer.ID? {
    switch value {
    case .string(let text): identifier(text)
    case .number(let number) where number.places == 0 && (0...Int128(Int64.max)).contains(number.mantissa):
        identifier(number.description)
    default: nil
    }
}

private func identifier(_ text: String) -> Customer.ID? {
    do {
        return try Identifier(text, field: "user_id")
    } catch {
        return nil
    }
}

/// A time of RFC 7519: seconds since 1970, of which fractions are cut off. Far beyond any calendar, it is none.
private func seconds(_ value: JSONValue?) -> Int64? {
    guard case .number(let number) = value else { return nil }
    let whole = (0..<number.places).reduce(number.mantissa) { rest, _ in rest / 10 }
    return (0...Int128(253_402_300_799)).contains(whole) ? Int64(whole) : nil
}

private func isPast(_ value: JSONValue?, _ now: Instant) -> Bool {
    guard let value else { return true }
    return seconds(value).map { $0 * 1_000 <= now.adding(seconds: skewSeconds).milliseconds } ?? false
}

/// A token that is for somebody is refused by everybody else (RFC 7519, section 4.1.3).
private func isMeantForUs(_ value: JSONValue?, _ audience: String?) -> Bool {
    switch (value, audience) {
    case (nil, nil): true
    case (.string(let text), let audience?): text == audience
    case (.array(let texts), let audience?): texts.contains(.string(audience))
    default: false
    }
}
