/// The most bytes that one record may have: a mebibyte, which holds an order of several thousand lines.
let recordByteCountMax = 1_048_576

/// One record of a file, readable or not.
public struct Record<Content: Sendable>: Sendable {
    /// The line it begins on; the first is 1.
    public let line: Int
    /// Its bytes as they stand in the file, without the end of the line; of a record that is too long, the first ones.
    public let raw: [UInt8]
    /// What it holds, or why it cannot be read.
    public let content: Result<Content, RecordRejection>
}

/// The bytes of a record on their way in, of which no more than the limit are kept.
struct RawRecord {
    private(set) var bytes: [UInt8] = []
    private(set) var isTooLong = false

    mutating func append(_ byte: UInt8) {
        if bytes.count < recordByteCountMax { bytes.append(byte) } else { isTooLong = true }
    }

    /// The bytes without the carriage return that some systems end lines with.
    var trimmed: [UInt8] { bytes.last == ASCII.carriageReturn ? Array(bytes.dropLast()) : bytes }

    /// The first of several lines.
    var firstLine: RawRecord {
        var line = RawRecord()
        line.bytes = Array(bytes.prefix { $0 != ASCII.lineFeed })
        return line
    }
}
