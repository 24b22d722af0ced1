import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Storage
import Synchronization

private let blockSize = 8
private let parallelism = 3
private let hashByteCount = 32
private let saltByteCount = 16
private let waitingMax = 64

/// Hashes passwords with Scrypt, one after the other, so that guesses cannot use up memory or the server's threads.
public final class PasswordHasher: Sendable {
    private let rounds: Int
    private let queue = DispatchQueue(label: "tuzo.passwords", qos: .utility)
    private let waiting = Atomic(0)

    /// - Parameter rounds: A power of two. With the one that is given here it is what OWASP recommends: 32 MiB, and
    ///   about a fifth of a second, for each guess.
    public init(rounds: Int = 1 << 15) { self.rounds = rounds }

    /// - Throws: ``SignInRejection/signInMustNotBeOverrun`` where too many wait for their turn.
    func hash(_ password: String, in surroundings: Surroundings) async throws -> PasswordHash {
        let salt = surroundings.random(saltByteCount)
        let hash = try await inTurn { [rounds] in try derive(password, salt, rounds) }
        return PasswordHash(salt: salt, hash: hash, rounds: rounds)
    }

    /// Whether a password is the one that was hashed; where there is none, the answer takes just as long.
    /// - Throws: As ``hash(_:in:)`` does.
    func isPassword(_ password: String, of held: PasswordHash?) async throws -> Bool {
        let (salt, rounds) = (held?.salt ?? [UInt8](repeating: 0, count: saltByteCount), held?.rounds ?? rounds)
        let hash = try await inTurn { try derive(password, salt, rounds) }
        // Keys are compared in constant time.
        return SymmetricKey(data: hash) == SymmetricKey(data: held?.hash ?? []) && held != nil
    }

    private func inTurn(_ work: @escaping @Sendable () throws -> [UInt8]) async throws -> [UInt8] {
        defer { waiting.subtract(1, ordering: .relaxed) }
        guard waiting.add(1, ordering: .relaxed).newValue <= waitingMax else {
            throw SignInRejection.signInMustNotBeOverrun
        }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}

private func derive(_ password: String, _ salt: [UInt8], _ rounds: Int) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
        from: Data(password.utf8), salt: salt, outputByteCount: hashByteCount, rounds: rounds, blockSize: blockSize,
        parallelism: parallelism)
    return key.withUnsafeBytes { Array($0) }
}
