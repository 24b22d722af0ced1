import Storage

extension SQLDialect {
    /// Texts are compared by their bytes in every database, whatever its own order is.
    static let postgres = SQLDialect(
        bytesType: "BYTEA", keyedTable: "", textType: #"TEXT COLLATE "C""#
    ) { table in
        [
            """
            CREATE FUNCTION \(table)_refuses_changes() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '\(table) is append-only' USING ERRCODE = 'integrity_constraint_violation'; END
            $$
            """,
            """
            CREATE TRIGGER \(table)_refuses_changes BEFORE UPDATE OR DELETE ON \(table)
            FOR EACH ROW EXECUTE FUNCTION \(table)_refuses_changes()
            """,
            """
            CREATE TRIGGER \(table)_refuses_truncation BEFORE TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION \(table)_refuses_changes()
            """,
        ]
    }
}
