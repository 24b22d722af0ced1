import Crypto
import Foundation
import JWTKit

/// The signature with a shared secret.
struct HS256: JWTAlgorithm {
    let name = "HS256"
    private let key: SymmetricKey

    init(secret: String) { key = SymmetricKey(data: Data(secret.utf8)) }

    func sign(_ plaintext: some DataProtocol) throws -> [UInt8] { signature(of: plaintext) }

    func signature(of plaintext: some DataProtocol) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: plaintext, using: key))
    }

    /// Compares in constant time.
    func verify(_ signature: some DataProtocol, signs plaintext: some DataProtocol) throws -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(Array(signature), authenticating: plaintext, using: key)
    }
}
