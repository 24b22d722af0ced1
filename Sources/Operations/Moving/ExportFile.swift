import Foundation
import Synchronization

/// Where an export goes: a file that only its owner may read, because it holds personal data, or standard output.
///
/// A file is written as `FILE.partial` and renamed when it is complete, so that a file of that name is always whole.
public final class ExportFile: Sendable {
    private static let standardOutput: Int32 = 1

    private let descriptor: Int32
    /// `nil` for standard output.
    private let path: String?
    private let hasBegun = Atomic(false)

    /// Makes the file, which must not be there, in place of what an export that was cut off has left.
    /// - Parameter path: `nil` for standard output.
    /// - Throws: ``ExportFileRejection``, here and while writing.
    public init(path: String?) throws(ExportFileRejection) {
        self.path = path
        guard let path else {
            descriptor = Self.standardOutput
            return
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ExportFileRejection(path: path, reason: "it is there already, and is not overwritten.")
        }
        unlink(path.partial)
        descriptor = open(path.partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.systemFault(path.partial) }
    }

    /// An export that fails leaves nothing behind: neither people's data nor a full disk.
    deinit {
        guard let path else { return }
        close(descriptor)
        // Once it is complete, it is called otherwise.
        unlink(path.partial)
    }

    /// Begins, or begins anew where the transaction that reads has to be run again.
    func begin() throws {
        guard hasBegun.exchange(true, ordering: .relaxed) else { return }
        guard let path else { throw SingleUseRejection() }
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw Self.systemFault(path.partial)
        }
    }

    func write(_ bytes: [UInt8]) throws(ExportFileRejection) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR || errno == EAGAIN else { throw fault }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Makes it durable, and gives it its name.
    func finish() throws(ExportFileRejection) {
        guard let path else { return }
        guard fsync(descriptor) == 0 else { throw fault }
        do {
            try FileManager.default.moveItem(atPath: path.partial, toPath: path)
        } catch {
            throw ExportFileRejection(path: path, reason: error.localizedDescription)
        }
    }

    private var fault: ExportFileRejection { Self.systemFault(path?.partial ?? "Standard output") }

    private static func systemFault(_ path: String) -> ExportFileRejection {
        ExportFileRejection(path: path, reason: String(cString: strerror(errno)) + ".")
    }
}

extension String {
    /// What a file is called until it is complete.
    fileprivate var partial: String { self + ".partial" }
}
