import Storage

extension SQLDialect {
    static let sqlite = SQLDialect(bytesType: "BLOB", keyedTable: "WITHOUT ROWID", textType: "TEXT") { table in
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_refuses_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
            """
        }
    }
}
