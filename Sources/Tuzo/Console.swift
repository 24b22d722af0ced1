import Foundation
import Synchronization

/// Where commands write: results to standard output, everything else to standard error.
enum Console {
    /// A file descriptor to write to.
    enum Stream: Int32 {
        case output = 1
        case errors = 2

        /// Whether a person is looking.
        var isTerminal: Bool { isatty(rawValue) == 1 }
    }

    /// Writes a line of results.
    static func say(_ line: String) {
        guard let code = write(Array((line + "\n").utf8), to: .output) else { return }
        lossCode.withLock { $0 = code }
    }

    /// Writes a line that is not a result: what goes on, or what went wrong.
    static func note(_ line: String) { write(Array((line + "\n").utf8), to: .errors) }

    /// Why results could not be written, if so; a command must not end as if they were.
    static var loss: String? { lossCode.withLock { code in code == 0 ? nil : String(cString: strerror(code)) } }

    private static let lossCode = Mutex<Int32>(0)

    /// Writes bytes as they are, without a buffer in between; what nobody reads any more is dropped.
    /// - Returns: The code of what kept them from being written.
    @discardableResult
    static func write(_ bytes: [UInt8], to stream: Stream) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(stream.rawValue, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR || errno == EAGAIN else {
                return errno == EPIPE ? nil : errno
            }
            rest = rest.dropFirst(max(0, count))
        }
        return nil
    }
}
