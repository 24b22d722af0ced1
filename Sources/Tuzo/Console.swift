import Foundation

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
    static func say(_ line: String) { write(Array((line + "\n").utf8), to: .output) }

    /// Writes a line that is not a result: what goes on, or what went wrong.
    static func note(_ line: String) { write(Array((line + "\n").utf8), to: .errors) }

    /// Writes bytes as they are, without a buffer in between; what nobody reads any more is dropped.
    static func write(_ bytes: [UInt8], to stream: Stream) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(stream.rawValue, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR || errno == EAGAIN else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
