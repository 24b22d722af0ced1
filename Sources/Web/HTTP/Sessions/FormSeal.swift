import Crypto
import Foundation
import Operations

/// Proves that a form was made here and for this browser: what no other site can know.
///
/// A token is 16 random bytes and a keyed hash over them, so that no two are alike. The key is the secret of the
/// session, or a fixed word where nobody is signed in yet: there the browser's own word on where a request comes from
/// must do.
struct FormSeal: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: The secret of the session that the form is shown in; `nil` where nobody is signed in.
    init(of secret: String?) { key = SymmetricKey(data: Data("form \(secret ?? "")".utf8)) }

    /// - Parameter random: 16 random bytes.
    func token(random: [UInt8]) -> String { Base64URL.text(of: random + hash(of: random)) }

    /// Compares in constant time.
    func fits(_ token: String) -> Bool {
        guard let bytes = Base64URL.bytes(of: token.utf8), bytes.count == 2 * halfByteCount else { return false }
        let (random, hash) = (bytes.prefix(halfByteCount), bytes.suffix(halfByteCount))
        return zip(hash, self.hash(of: Array(random))).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func hash(of random: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(random), using: key).prefix(halfByteCount))
    }
}

private let halfByteCount = 16
