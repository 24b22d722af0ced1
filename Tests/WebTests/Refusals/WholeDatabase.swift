import Storage
import TestDatabase

/// All that a database holds, table by table and row by row: what must be the same before and after a refusal. Only how
/// often somebody has guessed is counted by refusals.
struct WholeDatabase: Equatable {
    private static let guesses = "attempt_window"

    private var rows: [String: [String]] = [:]

    init(_ connection: any SQLConnection) throws {
        if TestDatabase.isOnServer {
            try readServer(connection)
            return
        }
        let tables = try connection.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") { row in
            try row.text()
        }
        for table in tables where table != WholeDatabase.guesses {
            let columns = try connection.all("SELECT name FROM pragma_table_info(\(table))") { row in try row.text() }
            let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
            let statement = SQLStatement(written: "SELECT \(row) AS line FROM \"\(table)\" ORDER BY line")
            rows[table] = try connection.all(statement) { row in try row.text() }
        }
    }

    private mutating func readServer(_ connection: any SQLConnection) throws {
        let tables = try connection.all(
            "SELECT CAST(relname AS TEXT) FROM pg_stat_user_tables WHERE schemaname = current_schema()"
        ) { row in try row.text() }
        for table in tables where table != WholeDatabase.guesses {
            let statement = SQLStatement(written: "SELECT CAST(\(table) AS TEXT) FROM \(table)")
            rows[table] = try connection.all(statement) { row in try row.text() }.sorted()
        }
    }

    var rowCount: Int { rows.values.reduce(0) { $0 + $1.count } }

    /// The tables in which something is different.
    func differences(to other: WholeDatabase) -> [String] {
        rows.keys.filter { rows[$0] != other.rows[$0] }.sorted()
    }
}
