/// Reads whole tables, and fills empty ones, for an installation that moves to another database; within one
/// transaction.
public struct MoveStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func isEmpty(_ table: MovedTable) throws -> Bool {
        let found = try connection.first("SELECT 1 FROM \(sql: table.sql) LIMIT 1") { row in try row.integer() }
        return found == nil
    }

    /// Hands over rows in the order of the primary key, the values of each in the order of the columns.
    /// - Parameter key: The primary key of the row after which they begin; `nil` for the first ones.
    public func rows(
        of table: MovedTable, after key: [SQLValue]?, limit: Int, _ body: ([SQLValue]) throws -> Void
    ) throws {
        let page: SQLStatement =
            if let key {
                """
                SELECT \(columns: table.columns) FROM \(sql: table.sql)
                WHERE (\(columns: table.key)) > (\(list: key)) ORDER BY \(columns: table.key) LIMIT \(limit)
                """
            } else {
                """
                SELECT \(columns: table.columns) FROM \(sql: table.sql)
                ORDER BY \(columns: table.key) LIMIT \(limit)
                """
            }
        try connection.forEach(page) { row in
            var values: [SQLValue] = []
            values.reserveCapacity(table.columns.count)
            for column in table.columns { values.append(row.value(of: column.kind)) }
            try body(values)
        }
    }

    public func insert(_ values: [SQLValue], into table: MovedTable) throws {
        try connection.send(
            "INSERT INTO \(sql: table.sql) (\(columns: table.columns)) VALUES (\(list: values))")
    }
}

extension SQLRow {
    fileprivate mutating func value(of kind: MovedTable.Column.Kind) -> SQLValue {
        switch kind {
        case .integer: optionalInteger().map(SQLValue.integer) ?? .null
        case .text: optionalText().map(SQLValue.text) ?? .null
        case .bytes: optionalBytes().map(SQLValue.bytes) ?? .null
        }
    }
}

extension SQLStatement.StringInterpolation {
    /// Writes the names of columns, with commas between them.
    fileprivate mutating func appendInterpolation(columns: some Sequence<MovedTable.Column>) {
        var isFirst = true
        for column in columns {
            if !isFirst { appendLiteral(", ") }
            appendInterpolation(sql: column.sql)
            isFirst = false
        }
    }
}
