import Crypto
import Foundation
import Loyalty
import Storage

/// Keeps redemption codes so that the database alone gives none away: a keyed hash to find a code by, and an encrypted
/// copy to show it to its owner again.
public struct CodeVault: Sendable {
    private let hashKey: SymmetricKey
    private let sealKey: SymmetricKey
    private let addressKey: SymmetricKey
    private let attemptKey: SymmetricKey

    /// - Parameter key: The installation's secret; all keys are derived from it.
    public init(key: [UInt8]) {
        let secret = SymmetricKey(data: key)
        hashKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo code hash".utf8), outputByteCount: 32)
        sealKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo code seal".utf8), outputByteCount: 32)
        addressKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo address hash".utf8), outputByteCount: 32)
        attemptKey = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Data("tuzo attempt hash".utf8), outputByteCount: 32)
    }

    /// Makes a new code.
    /// - Parameter random: 16 random bytes.
    func make(random: [UInt8]) throws -> (code: RedemptionCode, sealed: SealedCode) {
        let code = RedemptionCode(random: random.reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
        return (code, try seal(code))
    }

    /// Opens what ``seal(_:)`` closed, for the code's owner.
    /// - Throws: What was sealed with another key, or was changed since.
    func open(_ sealed: [UInt8]) throws -> RedemptionCode {
        let symbols = try AES.GCM.open(AES.GCM.SealedBox(combined: Data(sealed)), using: sealKey)
        return try RedemptionCode(typed: String(decoding: symbols, as: UTF8.self))
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

    /// Tells claims from one address in one shop, and nothing of the address.
    func hash(ofAddress address: String, in shop: Shop.ID) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("\(shop)\n\(address)".utf8), using: addressKey))
    }

    /// Tells attempts under one subject from those under others, and nothing of the subject.
    func hash(ofAttemptsAt kind: String, by subject: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("\(kind)\n\(subject)".utf8), using: attemptKey))
    }
}
