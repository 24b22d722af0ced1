import Crypto
import ExactJSON
import Storage

/// Reads an export row by row, and proves each line of it on the way: that it is the one that is due, that its values
/// fit their columns, and that the lines before it are those that were written.
struct ExportReading {
    /// A row, and whose it is.
    typealias Row = (table: MovedTable, values: [SQLValue])

    /// What has been read so far; whole once there are no more rows.
    private(set) var summary = MoveSummary()
    private(set) var rowCount = 0

    private let lines: ExactLines
    private let path: String
    private var digest = SHA256()
    private var number = 0
    private var hasBegun = false
    /// The tables that are due, first one first.
    private var due = MovedTable.all[...]
    /// The table whose rows are read, and how many were.
    private var open: (table: MovedTable, rowCount: Int)?

    init(_ lines: ExactLines, path: String) {
        self.lines = lines
        self.path = path
    }

    /// The next row; `nil` at the end, once the last line has been proved and nothing follows it.
    /// - Throws: ``ExportMisfit`` or ``FileRejection``.
    mutating func next() throws -> Row? {
        if !hasBegun { try begin() }
        while true {
            let line = try nextLine()
            if line.first == UInt8(ascii: "["), let table = open?.table { return try row(line, of: table) }
            let fields = try json(line)
            if let table = open?.table {
                try end(table.name, rowCount: open?.rowCount ?? 0, by: fields)
                summary.add(open?.rowCount ?? 0, of: table.name)
                open = nil
            } else if let table = due.popFirst() {
                try begin(table, by: fields)
            } else {
                summary.hash = try end(wholeExport, rowCount: rowCount, by: fields)
                guard try lines.next(max: 0) == nil else { throw misfit(.nothingMustFollowTheEnd) }
                return nil
            }
            add(line)
        }
    }

    /// What is wrong with the line that was read last.
    func misfit(_ rule: ExportMisfit.Rule) -> ExportMisfit { ExportMisfit(path: path, line: number, rule: rule) }

    private mutating func begin() throws {
        hasBegun = true
        number = 1
        guard let line = try lines.next(max: headerByteCountMax), line.count <= headerByteCountMax,
            let fields = headerFields(line), case .string(let version)? = fields["tuzo"]
        else { throw misfit(.fileMustBeAnExport) }
        guard fields["format"] == .number(exportFormat) else { throw misfit(.formatMustBeKnown) }
        guard fields["schema"] == .array(Migrations.names.map(JSONValue.string)) else {
            throw misfit(.schemaMustBeThatOfThisVersion(version))
        }
        add(line)
    }

    private func headerFields(_ line: [UInt8]) -> JSONValue? {
        do { return try JSONValue(parsing: line) } catch { return nil }
    }

    private mutating func begin(_ table: MovedTable, by fields: JSONValue) throws {
        guard fields["table"] == .string(table.name) else {
            throw misfit(.lineMustFollow("the first line of the table \(table.name)"))
        }
        let names = table.columns.map(\.name)
        guard fields["columns"] == .array(names.map(JSONValue.string)) else {
            throw misfit(.columnsMustBeThoseOfTheTable(names.joined(separator: ", ")))
        }
        open = (table, 0)
    }

    private mutating func row(_ line: [UInt8], of table: MovedTable) throws -> Row {
        guard case .array(let cells) = try json(line), cells.count == table.columns.count else {
            throw misfit(.rowMustHaveOneValuePerColumn(table.columns.count))
        }
        let values = try zip(table.columns, cells).map { column, cell in
            guard let value = column.value(of: cell) else {
                throw misfit(.valueMustFitColumn("\(table.name).\(column.name)", column.demand))
            }
            return value
        }
        open?.rowCount += 1
        rowCount += 1
        add(line)
        return (table, values)
    }

    /// - Returns: The hash of all lines before.
    @discardableResult
    private func end(_ name: String, rowCount: Int, by fields: JSONValue) throws -> String {
        guard fields["end"] == .string(name) else {
            let isWhole = name == wholeExport
            throw misfit(.lineMustFollow(isWhole ? "the last line of the export" : "a row or the end of \(name)"))
        }
        let hash = Hexadecimal.text(of: digest.finalize(over: []))
        guard fields["sha256"] == .string(hash) else { throw misfit(.hashMustFitLines) }
        guard fields["rows"] == .number(rowCount) else { throw misfit(.rowsMustBeCounted(rowCount)) }
        return hash
    }

    private mutating func nextLine() throws -> [UInt8] {
        number += 1
        guard let line = try lines.next(max: ExportLines.byteCountMax) else { throw misfit(.fileMustBeComplete) }
        guard line.count <= ExportLines.byteCountMax else { throw misfit(.lineMustNotBeTooLong) }
        return line
    }

    private func json(_ line: [UInt8]) throws -> JSONValue {
        do { return try JSONValue(parsing: line) } catch { throw misfit(.lineMustBeJson(error.offset)) }
    }

    private mutating func add(_ line: [UInt8]) {
        digest.update(data: line)
        digest.update(data: lineEnd)
    }
}

/// More than a first line ever has, so that a large file of anything else is not read in vain.
private let headerByteCountMax = 65_536
private let lineEnd = [UInt8(ascii: "\n")]
