import Loyalty
import Storage

/// Writes a whole installation as lines of JSON: every table but that of the schema's steps, in the order of the
/// primary keys.
///
/// It reads one committed state, also beside a server, and needs memory for a page of rows only. The same books give
/// the same bytes on every engine, so that two exports can be compared. The installation's secret key is not in them.
public struct ExportInstallation: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameters:
    ///   - version: The version of Tuzo, for whoever finds the file.
    ///   - progress: Told now and then how many rows are written.
    /// - Throws: ``ExportFileRejection``, ``SchemaRejection``, or ``StorageFailure``.
    public func callAsFunction(
        to file: ExportFile, version: String, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> MoveSummary {
        let summary = try await surroundings.database.read { connection in
            try Migrations.requireCurrent(connection)
            try file.begin()
            var writing = ExportWriting(MoveStore(connection), file, progress)
            return try writing.run(version: version)
        }
        try file.finish()
        return summary
    }
}

private let rowsMax = 500
private let chunkByteCount = 262_144

/// One run of an export.
private struct ExportWriting {
    private let store: MoveStore
    private let file: ExportFile
    private let progress: (Int) -> Void
    private var lines = ExportLines()
    private var rowCount = 0

    init(_ store: MoveStore, _ file: ExportFile, _ progress: @escaping (Int) -> Void) {
        self.store = store
        self.file = file
        self.progress = progress
    }

    mutating func run(version: String) throws -> MoveSummary {
        var summary = MoveSummary()
        lines.begin(version: version)
        for table in MovedTable.all { summary.add(try write(table), of: table.name) }
        summary.hash = lines.end(wholeExport, rowCount: rowCount)
        try file.write(lines.take())
        return summary
    }

    /// - Returns: How many rows the table has.
    private mutating func write(_ table: MovedTable) throws -> Int {
        lines.begin(table)
        var (tableCount, last) = (0, [SQLValue]?.none)
        repeat {
            let page = try write(table, after: last)
            tableCount += page.rowCount
            last = page.last
            progress(rowCount)
        } while last != nil
        lines.end(table.name, rowCount: tableCount)
        return tableCount
    }

    /// - Returns: How many rows the page has, and the key of its last one where more may follow.
    private mutating func write(
        _ table: MovedTable, after key: [SQLValue]?
    ) throws -> (rowCount: Int, last: [SQLValue]?) {
        var (count, last) = (0, [SQLValue]?.none)
        try store.rows(of: table, after: key, limit: rowsMax) { values in
            count += 1
            if count == rowsMax { last = Array(values.prefix(table.key.count)) }
            lines.add(values)
            if lines.byteCount >= chunkByteCount { try file.write(lines.take()) }
        }
        rowCount += count
        return (count, last)
    }
}

/// What the last line of an export ends.
let wholeExport = "export"
