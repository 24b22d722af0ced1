import ExactJSON
import Loyalty

/// A file of orders, read row by row in memory that does not grow with it.
public final class OrderFile {
    /// How a file says what its orders are.
    public enum Format: String, CaseIterable, Sendable {
        /// A line of column names, then one order a line.
        case csv
        /// One order a line, as the JSON object of the API with `order_id` beside its members.
        case jsonLines = "jsonl"

        /// The format that the ending of a file's name stands for; `nil` for an ending that says nothing.
        public init?(path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "csv": self = .csv
            case "jsonl", "ndjson", "json": self = .jsonLines
            default: return nil
            }
        }
    }

    private enum Reader {
        case csv(CSVReader, OrderColumns)
        case jsonLines(LineReader)
    }

    private let reader: Reader

    /// - Throws: ``FileRejection``, here and while reading; ``RecordRejection`` or ``ColumnRejection`` where the line
    ///   of column names is missing, broken, or lacks a column.
    public init(path: String, format: Format) throws {
        switch format {
        case .csv:
            let csv = try CSVReader(path: path)
            reader = .csv(csv, try OrderColumns(header: csv.header))
        case .jsonLines: reader = .jsonLines(try LineReader(path: path))
        }
    }

    /// The columns that mean nothing here and are passed over.
    public var unknownColumns: [String] {
        if case .csv(_, let columns) = reader { columns.unknown } else { [] }
    }

    /// How many bytes the file has.
    public var byteCount: UInt64 {
        switch reader {
        case .csv(let csv, _): csv.byteCount
        case .jsonLines(let lines): lines.byteCount
        }
    }

    /// How many of them were read.
    var offset: UInt64 {
        switch reader {
        case .csv(let csv, _): csv.offset
        case .jsonLines(let lines): lines.offset
        }
    }

    /// The next row, or `nil` at the end of the file.
    func next(in shop: Shop, for record: RecordOrder) throws -> OrderRow? {
        switch reader {
        case .csv(let csv, let columns):
            try csv.next().map { found in
                try OrderRow(found) { texts in
                    record.request(for: try OrderDocument(row: columns.fields(of: texts), in: shop))
                }
            }
        case .jsonLines(let lines):
            try lines.next().map { found in
                try OrderRow(found) { bytes in
                    let fields = try JSONFields(parsing: bytes)
                    return record.request(for: try OrderDocument(fields, id: fields.id("order_id"), in: shop))
                }
            }
        }
    }
}

extension RecordOrder {
    fileprivate func request(for document: OrderDocument) -> Request {
        request(document.order, from: document.customer)
    }
}
