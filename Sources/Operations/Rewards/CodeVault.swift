import Crypto
import Foundation
public import Loyalty
public import Storage

/// Keeps redemption codes so that the database alone gives none away: a keyed hash to find a code by, and an encrypted
/// copy to show it to its owner again.
public struct CodeVault: Sendable {
    private let hashKey: SymmetricKey
    private let sealKey: SymmetricKey

    /// - Parameter key: The installation's secret; both keys are derived from it.
    public init(key: [UInt8]) {
        let secret = SymmetricKey(data: key)
        hashKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo code hash".utf8), outputByteCount: 32)
        sealKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo code seal".utf8), outputByteCount: 32)
    }

    /// - Throws: Nothing in practice: AES-GCM fails only for keys of the wrong length.
    func seal(_ code: RedemptionCode) throws -> SealedCode {
        let box = try AES.GCM.seal(Data(code.symbols.utf8), using: sealKey)
        return SealedCode(hash: hash(of: code), sealed: Array(box.combined ?? Data()))
    }

    /// Tells this key from others, and nothing else about it.
    var fingerprint: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("tuzo code key".utf8), using: hashKey))
    }

    func hash(of code: RedemptionCode) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(code.symbols.utf8), using: hashKey))
    }
}
