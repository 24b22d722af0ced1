import GRDBSQLite
import Storage

/// A compiled statement; it is finalized with its last reference.
final class PreparedStatement {
    private static let changingRows = ["INSERT ", "UPDATE ", "DELETE ", "WITH "]
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Whether it changes what the number of changed rows does not tell.
    let changesSchema: Bool
    private let statement: OpaquePointer

    init(_ text: String, on connection: OpaquePointer) throws {
        var compiled: OpaquePointer?
        let persistent = UInt32(SQLITE_PREPARE_PERSISTENT)
        let isWhole = try text.withCString { start in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(connection, start, -1, persistent, &compiled, &rest)
            guard code == SQLITE_OK else { throw StorageFailure(code, on: connection, running: text) }
            return rest?.pointee == 0
        }
        guard let compiled else { throw StorageFailure.unavailable("not a statement: \(text)") }
        statement = compiled
        columns = Columns(compiled)
        changesSchema = sqlite3_stmt_readonly(compiled) == 0 && !Self.changingRows.contains { text.hasPrefix($0) }
        // SQLite compiles the first of several statements and would silently leave out the others.
        guard isWhole else { throw StorageFailure.unavailable("more than one statement: \(text)") }
    }

    deinit { sqlite3_finalize(statement) }

    /// Between the first step and the reset, so that nobody else may use it.
    var isRunning: Bool { sqlite3_stmt_busy(statement) != 0 }

    /// The row that the last step arrived at.
    let columns: Columns

    func bind(_ values: [SQLValue]) throws {
        var index: Int32 = 0
        for value in values {
            index += 1
            try check(bind(value, at: index))
        }
    }

    /// - Returns: Whether there is a row.
    func step() throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        try check(code)
        return false
    }

    func reset() { sqlite3_reset(statement) }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
        case .text(var text): text.withUTF8 { bindText($0, at: index) }
        case .bytes(let bytes): bytes.withUnsafeBytes { bindBytes($0, at: index) }
        }
    }

    private func bindText(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) -> Int32 {
        text.withMemoryRebound(to: CChar.self) { characters in
            // Without an address SQLite would bind NULL.
            guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, nil) }
            let count = UInt64(characters.count)
            return sqlite3_bind_text64(statement, index, start, count, Self.copied, UInt8(SQLITE_UTF8))
        }
    }

    private func bindBytes(_ bytes: UnsafeRawBufferPointer, at index: Int32) -> Int32 {
        guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(statement, index, 0) }
        return sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), Self.copied)
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw StorageFailure(code, on: sqlite3_db_handle(statement), running: String(cString: sqlite3_sql(statement)))
    }
}
