import Storage
import TestDatabase
import Testing

/// What the schema has is what moves: a migration that adds a table or a column must add it to the catalogue.
struct MovedTableTests {
    @Test func `every table and every column of the schema moves, but the list of its steps`() async throws {
        let ground = try await TestDatabase.migrated()
        let found = try await ground.database.read { connection in
            let tables = try Schema(connection).tables()
            return try tables.map { table in "\(table): \(try Schema(connection).columns(of: table))" }
        }
        let moved = MovedTable.all.map { table in "\(table.name): \(table.columns.map(\.words))" }
        #expect(Set(found).subtracting(moved) == [], "in the schema, and not in the catalogue")
        #expect(Set(moved).subtracting(found) == [], "in the catalogue, and not in the schema")
        #expect(moved.count == found.count)
    }

    @Test func `rows are read in the order of the whole primary key`() async throws {
        let ground = try await TestDatabase.migrated()
        let found = try await ground.database.read { connection in
            try MovedTable.all.map { table in try Schema(connection).key(of: table.name) }
        }
        #expect(MovedTable.all.map { $0.key.map(\.name) } == found)
    }
}

extension MovedTable.Column {
    fileprivate var words: String { "\(name) \(kind)\(isOptional ? "?" : "")" }
}

/// What a database says of itself.
private struct Schema {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    func tables() throws -> [String] {
        let query: SQLStatement =
            TestDatabase.isOnServer
            ? "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return try connection.all(query) { row in try row.text() }.filter { $0 != "schema_step" }
    }

    func columns(of table: String) throws -> [String] {
        let query: SQLStatement =
            if TestDatabase.isOnServer {
                """
                SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT), is_nullable = 'YES'
                FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = \(table)
                ORDER BY ordinal_position
                """
            } else {
                """
                SELECT name, type, "notnull" = 0 AND pk = 0 FROM pragma_table_info(\(table)) ORDER BY cid
                """
            }
        return try connection.all(query) { row in
            let (name, type) = (try row.text(), try row.text())
            let kind = ["bigint": "integer", "text": "text", "blob": "bytes", "bytea": "bytes"][type.lowercased()]
            return "\(name) \(kind ?? type)\(try row.flag() ? "?" : "")"
        }
    }

    func key(of table: String) throws -> [String] {
        let query: SQLStatement =
            if TestDatabase.isOnServer {
                """
                SELECT CAST(a.attname AS TEXT) FROM pg_index i
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                WHERE i.indisprimary AND i.indrelid = CAST(CAST(\(table) AS TEXT) AS regclass)
                ORDER BY array_position(CAST(i.indkey AS INT2[]), a.attnum)
                """
            } else {
                "SELECT name FROM pragma_table_info(\(table)) WHERE pk > 0 ORDER BY pk"
            }
        return try connection.all(query) { row in try row.text() }
    }
}
