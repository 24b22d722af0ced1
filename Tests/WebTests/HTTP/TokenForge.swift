import Foundation
import JWTKit
import Operations

@testable import Web

/// Makes tokens, right ones and wrong ones.
struct TokenForge: Sendable {
    let rsa: Insecure.RSA.PrivateKey
    let foreignEC = ES256PrivateKey()
    let ec = ES256PrivateKey()

    init() throws { rsa = try Insecure.RSA.PrivateKey(pem: rsaKey) }

    /// What the platform publishes: an RSA key `rsa-1`, an EC key `ec-1`, and keys that are no use here.
    var keySet: String {
        get throws {
            let (n, e) = try rsa.publicKey.getKeyPrimitives()
            let point = ec.parameters
            return """
                {"keys": [
                  {"kty": "RSA", "kid": "rsa-1", "use": "sig", "alg": "RS256", "n": "\(Base64URL.text(of: n))",
                   "e": "\(Base64URL.text(of: e))"},
                  {"kty": "EC", "kid": "ec-1", "crv": "P-256",
                   "x": "\(urlSafe(point?.x))", "y": "\(urlSafe(point?.y))"},
                  {"kty": "RSA", "kid": "enc-1", "use": "enc", "n": "\(Base64URL.text(of: n))", "e": "AQAB"},
                  {"kty": "oct", "kid": "shared", "k": "c2VjcmV0"}, {"kty": "new", "kid": "unknown"}
                ]}
                """
        }
    }

    /// Puts a token together of any header and payload, however wrong.
    func token(_ header: String, _ payload: String, _ sign: (Data) throws -> [UInt8]) rethrows -> String {
        let signed = Base64URL.text(of: Array(header.utf8)) + "." + Base64URL.text(of: Array(payload.utf8))
        return signed + "." + Base64URL.text(of: try sign(Data(signed.utf8)))
    }

    /// Signs with the shared secret.
    func shared(
        _ payload: String, header: String = #"{"alg":"HS256","typ":"JWT"}"#, secret: String = TestServer.secret
    )
        -> String
    {
        token(header, payload) { HS256(secret: secret).signature(of: $0) }
    }

    func rs256(_ payload: String, header: String = #"{"alg":"RS256","kid":"rsa-1"}"#) async throws -> String {
        let key = try await JWTKeyCollection().add(rsa: rsa, digestAlgorithm: .sha256).getKey()
        return try token(header, payload) { try key.sign($0) }
    }

    func es256(
        _ payload: String, header: String = #"{"alg":"ES256","kid":"ec-1"}"#, key: ES256PrivateKey? = nil
    ) async throws -> String {
        let key = try await JWTKeyCollection().add(ecdsa: key ?? ec).getKey()
        return try token(header, payload) { try key.sign($0) }
    }
}

private func urlSafe(_ base64: String?) -> String {
    (base64 ?? "").replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// Made for these tests, and good for nothing else.
private let rsaKey = """
    -----BEGIN PRIVATE KEY-----
    MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDXNHIZgDw6A0qm
    DcdFrCqtFdgnblglTHJ9OWxVYqTu48czAJ+K2bGlKrzJ47R+XyNbWjA66XtgeTNo
    sHuBR3FRzaSos/1IvKOMVvYPXl1s54lzQI2Vwh4gCLEAahf/vafYHnKzM0s3MQ9J
    1TF3yRrq3jAuVdRG0x5otMpI8DfNL8INMwAj8EBB6TmqcQNJ21Apd+53CvFFhPR4
    w1B7vxXPFoHIz9BMcD0IbkdIs9Uoo3UWqDL8dxAKihMdH/Q79rozvvJ1oj2wzZBo
    FANvlU+K0pXrhU2A3cwo/DQ3pulO95C2qE872FDIKVhr6ZEXEPevgD5kh/+vrgqW
    zNJz0xIXAgMBAAECggEACGuhauHR7Khg6dydJ1rXgQlBrJ1MYdbUnfvt6YaTRiBv
    rjOzVzP+yvDAQIGiRNWR8eRpm0yA16M2aApYjGDp8q9b5rJdBTt4Uyi6tpqhh8rX
    3arkP1Ymmc56DbZlzphlpZB5Bw3JPu7lyb5Hq4eymW3TL2TyI6+ycpqSvBLfva2Z
    X85Xh+H8EoncPu9rjkg6iqqIxBZ/tMEpJi1rt7RUtVZ7xUEhJD+hml+G2eUupRSL
    z0AfD9NSPbZEbKqjUZpOvoelOX4InAbMwiqLHdpprTF6A+/mP6ehYEJS/H6BPMIn
    55gOQedtP6L7vUp1E0CPm9ITN0/m/0x1tU456iyAuQKBgQD+yHlVqrYUe3SaELqL
    dkE+q+FU1PSoEIXSoy4OhlKWxbLnDPGE1ycAD9fCo9PNz18njwnPanWCcYgsJxPY
    DYJAoVMY6Y+jrOeE0fYgR1eH+ld45kXQ9wkLXriaoflDlEX8m55EUvX1egu8SQee
    ZpKs8WhXu0tlRqbsKOj/VNsZjwKBgQDYO5Q5oXAqL4F+TorcuhOFnbTtDQLPLTkV
    nvpO9E+S05mprMstYYCFKMtEYTm0PfasnELNMr9tcsfi0JBjrWOeViIytCEqvwDf
    J4hFNnwFo7aaQj56xqQaCo5Zj3WrEu+l4XrZFmEeVMqP0cyTybKHM+1UMDpn6jwt
    1jsyJr5q+QKBgQD+rJuEQyjQHnt2SQR+xQ0AvUR2zItlt2ZdH5m5ERFa/nEOvYRp
    2bp1OGDegW4FCqU94J/YwbyGUD/iiokubIpnWhq7CzP2Uq31uP5CU62uEVIAWoUt
    FNHomJ0EjKWhpIO0tkUkXJzY7E7wvTstXbB9yK0ZDPGXYWEXLOmB2GtOBwKBgQCq
    +LjjtJVGlddy8lFz46FJ9f+3q6D8BUrsoI5UXXKJqswGUD06faysHSxTvfhtXs0r
    gEaFj0mzFZ2c5sI0PkXVTU+u/aR38xySVeS2rTT1FJRudlCGrYfVm2EgyYEFqmxY
    oeeLvNk/rVWY0A9ND58crl9KQPP9dETvDUQzDFVlqQKBgAzxhKy26muptnFuY/pt
    /OAv8VW8A6GUP9nxOUZ2z19EwzzhTEIzMv4+TqeS+IHEVJ7pNznGY0cmg5tfkR2G
    pcIrKuVPjt9JYyXhJrQHvc6EKgvdZ7B114QhpPYYd/dsF3FzdFAdIRJk83nTr6gN
    hPl4MTSrGknu2Kmg1L+S28Sn
    -----END PRIVATE KEY-----
    """
