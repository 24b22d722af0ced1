/// Reads a file line by line, in memory that does not grow with the file; for JSON lines and the like.
///
/// Lines end with LF or CRLF, and empty ones are skipped. A line beyond a mebibyte is rejected and passed over.
public final class LineReader {
    private var source: ByteSource

    /// - Throws: ``FileRejection``, here and while reading.
    public init(path: String) throws {
        source = try ByteSource(path: path)
    }

    /// How many bytes the file has.
    public var byteCount: UInt64 { source.byteCount }
    /// How many of them were read.
    public var offset: UInt64 { source.place.offset }

    /// The next line, or `nil` at the end of the file.
    public func next() throws -> Record<[UInt8]>? {
        while try !source.isAtEnd() {
            let line = source.place.line
            let raw = try readLine()
            let bytes = raw.trimmed
            guard bytes.isEmpty else { return Record(line: line, raw: bytes, content: content(of: raw, bytes)) }
        }
        return nil
    }

    private func readLine() throws -> RawRecord {
        var raw = RawRecord()
        while let byte = try source.next(), byte != ASCII.lineFeed { raw.append(byte) }
        return raw
    }

    private func content(of raw: RawRecord, _ bytes: [UInt8]) -> Result<[UInt8], RecordRejection> {
        raw.isTooLong ? .failure(RecordRejection(rule: .recordMustNotBeTooLong)) : .success(bytes)
    }
}
