/// One row of a CSV file: as many fields as the header has columns.
public typealias CSVRecord = Record<[String]>

/// Reads a CSV file of RFC 4180 record by record, in memory that does not grow with the file.
///
/// Lines end with LF or CRLF, a byte order mark and empty lines are skipped, fields may be quoted and then hold commas,
/// line feeds and doubled quotes. A record that cannot be read is handed over with the reason, and reading goes on.
public final class CSVReader {
    /// The names of the columns, from the first line.
    public let header: [String]
    private var source: ByteSource

    /// Opens a file and reads its header.
    /// - Throws: ``FileRejection``, here and while reading; ``RecordRejection`` where the header is missing or broken.
    public init(path: String) throws {
        source = try ByteSource(path: path)
        guard let record = try readRecord(from: &source, columnCount: nil) else {
            throw RecordRejection(rule: .headerIsRequired)
        }
        header = try record.content.get()
        guard Set(header).count == header.count else { throw RecordRejection(rule: .headerMustNotRepeatAColumn) }
    }

    /// How many bytes the file has.
    public var byteCount: UInt64 { source.byteCount }
    /// How many of them were read.
    public var offset: UInt64 { source.place.offset }

    /// The next record, or `nil` at the end of the file.
    public func next() throws -> CSVRecord? { try readRecord(from: &source, columnCount: header.count) }
}

/// Reads the next record that is not empty.
private func readRecord(from source: inout ByteSource, columnCount: Int?) throws(FileRejection) -> CSVRecord? {
    while try !source.isAtEnd() {
        let line = source.place.line
        var scanner = CSVScanner()
        let secondLine = try scan(&source, with: &scanner)
        guard !scanner.raw.trimmed.isEmpty else { continue }
        let content = scanner.finish(columnCount: columnCount)
        guard let secondLine, scanner.mayHaveSwallowedLines else {
            return CSVRecord(line: line, raw: scanner.raw.trimmed, content: content)
        }
        // One stray quote must not cost the lines after it: only its own line is rejected.
        try source.move(to: secondLine)
        return CSVRecord(line: line, raw: scanner.raw.firstLine.trimmed, content: content)
    }
    return nil
}

/// Feeds the scanner up to the end of the record.
/// - Returns: Where the record's second line begins, if it has one.
private func scan(
    _ source: inout ByteSource, with scanner: inout CSVScanner
) throws(FileRejection) -> ByteSource.Place? {
    var secondLine: ByteSource.Place?
    while let byte = try source.next() {
        if byte == ASCII.lineFeed {
            guard scanner.isInsideQuotes else { break }
            secondLine = secondLine ?? source.place
        }
        scanner.take(byte)
    }
    return secondLine
}
