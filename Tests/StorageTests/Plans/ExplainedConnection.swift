import Storage

/// Notes how the database goes about each statement, and has it run.
final class ExplainedConnection: SQLConnection {
    /// The steps of all statements, such as `SEARCH hold USING INDEX hold_by_member (shop_id=? AND customer_id=?)`.
    private(set) var steps: [String] = []
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int {
        try explain(statement)
        return try connection.execute(statement)
    }

    func forEach(_ statement: SQLStatement, _ body: (inout SQLRow) throws -> Void) throws {
        try explain(statement)
        try connection.forEach(statement, body)
    }

    /// The steps that go through a table.
    func steps(through table: String) -> [String] {
        steps.filter { $0.hasPrefix("SEARCH \(table) ") || $0.hasPrefix("SCAN \(table)") }
    }

    private func explain(_ statement: SQLStatement) throws {
        steps += try connection.all(SQLStatement(written: "EXPLAIN QUERY PLAN " + statement.text.sql)) { row in
            for _ in ["id", "parent", "unused"] { _ = try row.integer() }
            return try row.text()
        }
    }
}
