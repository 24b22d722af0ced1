import GRDBSQLite
import Storage

/// The columns of the row that a statement has arrived at.
final class Columns: SQLColumns {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    func integer(at column: Int) -> Int64? {
        let index = Int32(truncatingIfNeeded: column)
        let integer = sqlite3_column_int64(statement, index)
        // NULL reads as 0, so nothing else need be asked of its type.
        guard integer != 0 || sqlite3_column_type(statement, index) != SQLITE_NULL else { return nil }
        return integer
    }

    func text(at column: Int) -> String? {
        let index = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_text(statement, index) else { return nil }
        // In this order: it is the call above that turns the value into text, and the length counts NULs within it.
        let count = Int(sqlite3_column_bytes(statement, index))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func isText(_ text: String, at column: Int) -> Bool {
        let index = Int32(truncatingIfNeeded: column)
        guard let start = sqlite3_column_text(statement, index) else { return false }
        let found = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
        var text = text
        return text.withUTF8 { $0.elementsEqual(found) }
    }

    func bytes(at column: Int) -> [UInt8]? {
        let index = Int32(truncatingIfNeeded: column)
        guard sqlite3_column_type(statement, index) != SQLITE_NULL else { return nil }
        let start = sqlite3_column_blob(statement, index)
        let count = Int(sqlite3_column_bytes(statement, index))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}
