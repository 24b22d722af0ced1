import Foundation
import Storage

/// Keeps a second process from opening a database to write, however the first one ends: the kernel lets go of the lock.
///
/// The file stays behind, unlocked: to remove it would let two processes lock two files of one name.
final class LockFile: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// - Throws: ``StorageFailure/locked(_:)`` with the id of the process that holds it.
    static func acquire(_ path: String) throws -> LockFile {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw refusal(path) }
        let file = LockFile(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? StorageFailure.locked("process \(file.holder) holds \(path)") : refusal(path)
        }
        file.sign()
        return file
    }

    /// Lets go; a second time does nothing.
    func release() { flock(descriptor, LOCK_UN) }

    private static func refusal(_ path: String) -> StorageFailure {
        .unavailable("\(String(cString: strerror(errno))): \(path)")
    }

    private func sign() {
        let signature = "\(getpid())\n"
        ftruncate(descriptor, 0)
        pwrite(descriptor, signature, signature.utf8.count, 0)
    }

    private var holder: String {
        var signature = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &signature, signature.count, 0)
        let digits = signature.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
        return digits.isEmpty ? "(unknown)" : String(decoding: digits, as: UTF8.self)
    }
}
