import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Loyalty
import Synchronization

// One of the settings that OWASP recommends for Scrypt: 32 MiB and a good tenth of a second for each guess.
private let rounds = 1 << 15
private let blockSize = 8
private let parallelism = 3
private let hashByteCount = 32
private let saltByteCount = 16
private let waitingMax = 64

/// Hashes passwords with Scrypt, one after the other, so that guesses cannot use up memory or the server's threads.
public final class PasswordHasher: Sendable {
    private let queue = DispatchQueue(label: "tuzo.passwords", qos: .utility)
    private let waiting = Atomic(0)

    public init() {}

    /// - Throws: ``SignInRejection/signInMustNotBeOverrun`` where too many wait for their turn.
    func hash(_ password: String, salt: [UInt8]) async throws -> [UInt8] {
        guard waiting.add(1, ordering: .relaxed).newValue <= waitingMax else {
            waiting.subtract(1, ordering: .relaxed)
            throw SignInRejection.signInMustNotBeOverrun
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try derive(password, salt) })
            }
        }
    }

    /// Whether a password is that of an account; where there is no account, the answer takes just as long.
    func isPassword(_ password: String, of account: (salt: [UInt8], hash: [UInt8])?) async throws -> Bool {
        let derived = try await hash(password, salt: account?.salt ?? [UInt8](repeating: 0, count: saltByteCount))
        // Keys are compared in constant time.
        return SymmetricKey(data: derived) == SymmetricKey(data: account?.hash ?? []) && account != nil
    }

    static func newSalt(in surroundings: Surroundings) -> [UInt8] { surroundings.random(saltByteCount) }
}

private func derive(_ password: String, _ salt: [UInt8]) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
        from: Data(password.utf8), salt: salt, outputByteCount: hashByteCount, rounds: rounds, blockSize: blockSize,
        parallelism: parallelism)
    return key.withUnsafeBytes { Array($0) }
}
