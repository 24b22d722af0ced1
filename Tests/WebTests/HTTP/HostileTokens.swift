import Foundation
import JWTKit

@testable import Web

/// Tokens that must all be refused, by what is wrong with them. Each but for that one thing would be right.
struct HostileTokens {
    let forge: TokenForge
    /// The time of the test, in seconds.
    let now: Int64

    private var good: String { #"{"token_type":"access","exp":\#(now + 600),"user_id":"mia"}"# }
    private func claims(_ claims: String) -> String { "{\(claims)}" }

    func all() async throws -> [(fault: String, token: String)] {
        try await keys() + headers() + shapes() + claimsOfTime() + claimsOfWho()
    }

    /// Signed with the wrong key, or said to be signed otherwise.
    private func keys() async throws -> [(fault: String, token: String)] {
        let rsaPEM = forge.rsa.publicKey.pemRepresentation
        let keySet = try forge.keySet
        let rs = try await forge.rs256(good)
        let hs = #"{"alg":"HS256"}"#
        return [
            ("another secret", forge.shared(good, secret: "another secret that is long enough as well")),
            ("empty secret", forge.shared(good, secret: "")),
            ("first half of the secret", forge.shared(good, secret: String(TestServer.secret.prefix(20)))),
            ("secret and a blank", forge.shared(good, secret: TestServer.secret + " ")),
            ("secret in capitals", forge.shared(good, secret: TestServer.secret.uppercased())),
            ("platform key as secret", forge.shared(good, secret: TestServer.platformKey)),
            ("public RSA key as secret", forge.shared(good, header: hs, secret: rsaPEM)),
            ("public RSA key and line feed as secret", forge.shared(good, header: hs, secret: rsaPEM + "\n")),
            ("public EC key as secret", forge.shared(good, header: hs, secret: forge.ec.publicKey.pemRepresentation)),
            ("key set as secret", forge.shared(good, header: hs, secret: keySet)),
            (
                "HS256 with the id of a public key",
                forge.shared(good, header: #"{"alg":"HS256","kid":"shared"}"#, secret: "secret")
            ),
            ("RS256 signed with the secret", forge.shared(good, header: #"{"alg":"RS256","kid":"rsa-1"}"#)),
            ("ES256 signed with the secret", forge.shared(good, header: #"{"alg":"ES256","kid":"ec-1"}"#)),
            ("HS256 signed by RSA", try await forge.rs256(good, header: hs)),
            ("RS256 of an unknown key", try await forge.rs256(good, header: #"{"alg":"RS256","kid":"rsa-2"}"#)),
            ("RS256 of a key for encryption", try await forge.rs256(good, header: #"{"alg":"RS256","kid":"enc-1"}"#)),
            ("RS256 by the EC key", try await forge.rs256(good, header: #"{"alg":"RS256","kid":"ec-1"}"#)),
            ("ES256 signed by RSA", try await forge.rs256(good, header: #"{"alg":"ES256","kid":"ec-1"}"#)),
            ("ES256 of a foreign key", try await forge.es256(good, key: forge.foreignEC)),
            (
                "ES256 of a foreign key without id",
                try await forge.es256(good, header: #"{"alg":"ES256"}"#, key: forge.foreignEC)
            ),
            (
                "ES256 of all zeros",
                forge.token(#"{"alg":"ES256","kid":"ec-1"}"#, good) { _ in [UInt8](repeating: 0, count: 64) }
            ),
            ("ES256 too short", forge.token(#"{"alg":"ES256","kid":"ec-1"}"#, good) { _ in [1, 2, 3] }),
            ("RS256 too short", forge.token(#"{"alg":"RS256","kid":"rsa-1"}"#, good) { _ in [1, 2, 3] }),
            ("key id of a path", try await forge.rs256(good, header: #"{"alg":"RS256","kid":"../../etc/passwd"}"#)),
            ("key id of SQL", try await forge.rs256(good, header: #"{"alg":"RS256","kid":"' OR 1=1 --"}"#)),
            ("key id that is a number", try await forge.rs256(good, header: #"{"alg":"RS256","kid":1}"#)),
            ("key id that is empty", try await forge.rs256(good, header: #"{"alg":"RS256","kid":""}"#)),
            ("own key in the header", try await embedded()),
            (
                "address of a key set in the header",
                try await forge.es256(
                    good, header: #"{"alg":"ES256","jku":"https://evil.example/keys","kid":"ec-1"}"#,
                    key: forge.foreignEC)
            ),
            (
                "certificate in the header",
                try await forge.es256(
                    good, header: #"{"alg":"ES256","x5c":["MIIB"],"kid":"ec-1"}"#, key: forge.foreignEC)
            ),
            ("no signature", String(rs.prefix(through: rs.lastIndex(of: ".")!))),
        ]
    }

    private func embedded() async throws -> String {
        let point = forge.foreignEC.parameters
        let jwk = #"{"kty":"EC","crv":"P-256","x":"\#(point?.x ?? "")","y":"\#(point?.y ?? "")"}"#
        return try await forge.es256(good, header: #"{"alg":"ES256","jwk":\#(jwk)}"#, key: forge.foreignEC)
    }

    /// Headers that name no algorithm that is configured, or demand what is not understood.
    private func headers() -> [(fault: String, token: String)] {
        let unsigned = ["none", "None", "NONE", "nOnE", ""].map { name in
            ("algorithm '\(name)' unsigned", forge.token(#"{"alg":"\#(name)"}"#, good) { _ in [] })
        }
        let headers = [
            #"{"alg":"none"}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS256 "}"#, #"{"alg":"HS384"}"#, #"{"alg":"HS512"}"#,
            #"{"alg":"PS256"}"#, #"{"alg":"RS384"}"#, #"{"alg":"ES384"}"#, #"{"alg":"EdDSA"}"#, #"{"alg":"dir"}"#,
            #"{"typ":"JWT"}"#, #"{"alg":null}"#, #"{"alg":256}"#, #"{"alg":["HS256"]}"#, #"{"alg":true}"#,
            #"{"alg":"none","alg":"HS256"}"#, #"{"alg":"HS256","crit":["exp"]}"#, #"{"alg":"HS256","crit":[]}"#,
            #"{"alg":"HS256","crit":["b64"],"b64":false}"#, #"{"alg":"HS256","typ":"JWE"}"#,
            #"{"alg":"HS256","typ":7}"#, #"{"alg":"HS256","typ":"secevent+jwt"}"#, #"["HS256"]"#, #""HS256""#, "", "{",
            #"{"alg":"HS256"} "# + "x", #"{"alg":"HS256",}"#,
        ]
        return unsigned + headers.map { ("header \($0)", forge.shared(good, header: $0)) }
    }

    /// Right tokens that were damaged on the way.
    private func shapes() -> [(fault: String, token: String)] {
        let token = forge.shared(good)
        let parts = token.split(separator: ".").map(String.init)
        let other = forge.shared(#"{"token_type":"access","exp":\#(now + 600),"user_id":"amina"}"#).split(
            separator: ".")
        let long = forge.shared(#"{"token_type":"access","exp":\#(now + 600),"user_id":"mia","x":"\#(padding)"}"#)
        return [
            ("cut off by one", String(token.dropLast())), ("half of it", String(token.prefix(token.count / 2))),
            ("one character more", token + "A"), ("a dot more", token + "."), ("a part more", token + ".e30"),
            ("a part less", parts[0] + "." + parts[1]), ("one part", parts[0]), ("dots alone", ".."),
            ("padded", token + "="), ("a blank inside", parts[0] + ". " + parts[1] + "." + parts[2]),
            ("payload of another", parts[0] + "." + other[1] + "." + parts[2]),
            ("signature of another", parts[0] + "." + parts[1] + "." + other[2]),
            ("unused bits of the signature set", malleated(token)), ("lower case", token.lowercased()),
            ("over eight thousand bytes", long), ("a key that never was", "tuzo_" + String(repeating: "A", count: 43)),
            ("a key's beginning", "tuzo_" + token), ("not ASCII", token + "é"), ("a word", "null"),
        ]
    }

    private var padding: String { String(repeating: "x", count: 8_192) }

    /// The last of 43 symbols carries only four bits of the 32 bytes; the rest must be zero.
    private func malleated(_ token: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = alphabet.firstIndex(of: token.last!)!
        return token.dropLast() + String(alphabet[last + 1])
    }

    private func claimsOfTime() -> [(fault: String, token: String)] {
        let who = #""token_type":"access","user_id":"mia""#
        return [
            "", #","exp":null"#, #","exp":"\#(now + 600)""#, #","exp":true"#, #","exp":[\#(now + 600)]"#,
            #","exp":\#(now)"#,
            #","exp":\#(now - 1)"#, #","exp":0"#, #","exp":-1"#, #","exp":1e29"#, #","exp":999999999999999"#,
            #","exp":\#(now + 600),"nbf":\#(now + 60)"#, #","exp":\#(now + 600),"nbf":"\#(now)""#,
            #","exp":\#(now + 600),"nbf":null"#, #","exp":\#(now + 600),"iat":\#(now + 60)"#,
            #","exp":\#(now + 600),"iat":"now""#, #","exp":\#(now + 600),"exp":\#(now + 900)"#,
        ]
        .map { ("times \($0)", forge.shared(claims(who + $0))) }
    }

    private func claimsOfWho() -> [(fault: String, token: String)] {
        let exp = #""exp":\#(now + 600)"#
        let types = ["", #""refresh""#, #""Access""#, #"["access"]"#, "null", #""access ""#].map { type in
            type.isEmpty ? #"\#(exp),"user_id":"mia""# : #"\#(exp),"user_id":"mia","token_type":\#(type)"#
        }
        let tooLong = String(repeating: "m", count: 65)
        let ids = [
            "null", #""""#, "1.5", "-1", "true", #"{"id":"mia"}"#, #"["mia"]"#, #""\#(tooLong)""#, #""mi\u0000a""#,
            "99999999999999999999", #""mia","user_id":"amina""#,
        ]
        .map { #"\#(exp),"token_type":"access","user_id":\#($0)"# }
        let rest = [
            #"\#(exp),"token_type":"access""#, #"\#(exp),"token_type":"access","sub":"mia""#,
            #"\#(exp),"token_type":"access","user_id":"mia","aud":"another service""#,
            #"\#(exp),"token_type":"access","user_id":"mia","aud":["tuzo"]"#,
            #"\#(exp),"token_type":"access","user_id":"mia"} {"#, #"\#(exp),"token_type":"access","user_id":"mia",}"#,
        ]
        return (types + ids + rest).map { ("claims \($0)", forge.shared(claims($0))) }
            + [("no claims", forge.shared("")), ("claims in a list", forge.shared("[]"))]
    }
}
