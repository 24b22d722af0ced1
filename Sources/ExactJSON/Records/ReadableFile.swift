import Foundation

private let chunkByteCount = 262_144

/// A file, or standard input, that is read chunk by chunk; what the system says against it is told with its name.
struct ReadableFile {
    private let handle: FileHandle
    private let name: String

    /// - Parameter path: `nil` for standard input.
    init(path: String?) throws(FileRejection) {
        name = path ?? "standard input"
        handle =
            if let path {
                try Self.telling(path) { try FileHandle(forReadingFrom: URL(fileURLWithPath: path)) }
            } else {
                .standardInput
            }
    }

    /// - Returns: The next bytes; none at the end.
    func chunk() throws(FileRejection) -> [UInt8] {
        try Self.telling(name) { try handle.read(upToCount: chunkByteCount).map(Array.init) ?? [] }
    }

    func move(to offset: UInt64) throws(FileRejection) { try Self.telling(name) { try handle.seek(toOffset: offset) } }

    /// - Returns: How many bytes the file has.
    func moveToEnd() throws(FileRejection) -> UInt64 { try Self.telling(name) { try handle.seekToEnd() } }

    private static func telling<Value>(_ name: String, _ body: () throws -> Value) throws(FileRejection) -> Value {
        do {
            return try body()
        } catch {
            throw FileRejection(path: name, reason: error.localizedDescription)
        }
    }
}
