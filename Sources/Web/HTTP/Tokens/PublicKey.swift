import ExactJSON
import JWTKit

private let keysMax = 100

/// A key of a set that signatures can be checked with.
struct PublicKey: Sendable {
    let id: String?
    let algorithm: any JWTAlgorithm

    /// The keys of a document of RFC 7517 that are for signatures with RS256 or ES256; others are passed over.
    /// - Throws: ``KeySetFault`` where there is none.
    static func all(in document: [UInt8]) async throws -> [PublicKey] {
        var keys: [PublicKey] = []
        for field in try JSONFields(parsing: document).array("keys", max: keysMax) {
            if let key = await PublicKey(try field.object()) { keys.append(key) }
        }
        guard !keys.isEmpty else { throw KeySetFault.setMustHoldAKey }
        return keys
    }

    private init?(_ fields: JSONFields) async {
        do {
            guard let key = try jwk(fields) else { return nil }
            id = fields.object["kid"] == nil ? nil : key.keyIdentifier?.string
            algorithm = try await JWTKeyCollection().add(jwk: key).getKey()
        } catch {
            return nil
        }
    }
}

/// Why a document gives no keys.
enum KeySetFault: Error {
    case setMustHoldAKey
    case setMustBeAnswered(status: Int)
}

private func jwk(_ fields: JSONFields) throws -> JWK? {
    let use = try fields.optionalText("use", max: 20) ?? "sig"
    let algorithm = try fields.optionalText("alg", max: 20)
    let id = JWKIdentifier(string: try fields.optionalText("kid", max: 1_000) ?? "")
    switch try fields.text("kty", max: 20) {
    case "RSA" where use == "sig" && algorithm ?? "RS256" == "RS256":
        return .rsa(
            .rs256, identifier: id, modulus: try fields.text("n", max: 2_000),
            exponent: try fields.text("e", max: 20))
    case "EC" where use == "sig" && algorithm ?? "ES256" == "ES256":
        guard try fields.text("crv", max: 20) == "P-256" else { return nil }
        return .ecdsa(
            .es256, identifier: id, x: try fields.text("x", max: 100), y: try fields.text("y", max: 100), curve: .p256)
    default: return nil
    }
}
