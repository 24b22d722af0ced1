import Foundation
public import Loyalty

/// The file beside an import that gets the refused lines: the reason, a tab, then the line as it stood.
///
/// It is made with the first refused line, so that none is left behind where nothing was refused.
public final class RejectedFile {
    public let path: String
    private var file: FileHandle?

    /// Removes what an import before has left there.
    /// - Throws: ``RejectedFileRejection``, here and while writing.
    public init(path: String) throws(RejectedFileRejection) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        try writing { try FileManager.default.removeItem(atPath: path) }
    }

    public func append(_ refused: RefusedLine) throws(RejectedFileRejection) {
        let file = try open()
        try writing { try file.write(contentsOf: Array("\(refused)\t".utf8) + refused.raw + [UInt8(ascii: "\n")]) }
    }

    private func open() throws(RejectedFileRejection) -> FileHandle {
        if let file { return file }
        return try writing {
            try Data().write(to: URL(fileURLWithPath: path))
            let opened = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            file = opened
            return opened
        }
    }

    private func writing<Value>(_ body: () throws -> Value) throws(RejectedFileRejection) -> Value {
        do { return try body() } catch {
            throw RejectedFileRejection(path: path, reason: error.localizedDescription)
        }
    }
}

/// The file for refused lines cannot be written; the orders imported before stay imported.
public struct RejectedFileRejection: Rejection, Hashable {
    let path: String
    /// What the system says.
    let reason: String

    public var name: String { "rejectedFileMustBeWritable" }
    public var sentence: String { "\(path), the file for refused lines, cannot be written: \(reason)" }
}
