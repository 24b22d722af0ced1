/// One step from an older schema to a newer one; never edited once released.
public struct Migration: Sendable {
    /// `001-first-schema`; unique, and in the order of application when sorted.
    public let name: String
    let statements: @Sendable (SQLDialect) -> [String]

    init(_ name: String, _ statements: @escaping @Sendable (SQLDialect) -> [String]) {
        self.name = name
        self.statements = statements
    }
}

/// Brings a database to the newest schema.
public enum Migrations {
    static let all: [Migration] = [.firstSchema, .trustedLedger, .pages, .overview, .shopSettings, .leaving, .attempts]

    /// The names of all steps, in the order of their application.
    public static var names: [String] { all.map(\.name) }

    /// Applies what is missing, each step in a transaction of its own.
    /// - Returns: The names of the steps applied now.
    /// - Throws: ``SchemaRejection/schemaMustNotBeNewer``, and then nothing was changed; ``StorageFailure``.
    @discardableResult
    public static func apply(to database: any SQLDatabase) async throws -> [String] {
        try await apply(all, to: database)
    }

    /// Gives a new database its tables, and leaves one that has them as it is.
    /// - Returns: `false` where it has those of another version; then nothing was changed.
    public static func begin(in database: any SQLDatabase) async throws -> Bool {
        let applied = try await database.write { connection in
            try connection.execute(stepTable)
            return try appliedNames(connection)
        }
        guard applied.isEmpty || applied == Set(names) else { return false }
        try await apply(to: database)
        return true
    }

    /// Brings a new database to the schema of an earlier release, so that proofs can begin there.
    package static func apply(to database: any SQLDatabase, through last: String) async throws {
        let steps = all.prefix { $0.name <= last }
        try await apply(Array(steps), to: database)
    }

    @discardableResult
    private static func apply(_ steps: [Migration], to database: any SQLDatabase) async throws -> [String] {
        // Whoever has nothing to change needs no right to change tables.
        if try await areApplied(steps, in: database) { return [] }
        try await database.write { connection in
            try connection.execute(stepTable)
            try requireKnown(appliedNames(connection))
        }
        var applied: [String] = []
        let dialect = database.dialect
        for step in steps {
            let isNew = try await database.write { connection in try apply(step, to: connection, dialect) }
            if isNew { applied.append(step.name) }
        }
        return applied
    }

    private static func areApplied(_ steps: [Migration], in database: any SQLDatabase) async throws -> Bool {
        do {
            return try await database.read { connection in
                let applied = try appliedNames(connection)
                try requireKnown(applied)
                return applied.isSuperset(of: steps.map(\.name))
            }
        } catch SchemaRejection.schemaMustBeThere {
            return false
        }
    }

    /// Makes sure that every step has been applied, and none that this version does not know.
    /// - Throws: ``SchemaRejection``.
    public static func requireCurrent(_ connection: any SQLConnection) throws {
        let applied = try appliedNames(connection)
        try requireKnown(applied)
        guard applied == Set(names) else { throw SchemaRejection.migrationsMustBeApplied }
    }

    private static func requireKnown(_ applied: Set<String>) throws(SchemaRejection) {
        guard applied.isSubset(of: names) else { throw .schemaMustNotBeNewer }
    }

    private static func appliedNames(_ connection: any SQLConnection) throws -> Set<String> {
        do {
            return try Set(connection.all("SELECT name FROM schema_step") { row in try row.text() })
        } catch StorageFailure.unavailable(let reason) where reason.contains("schema_step") {
            // Both engines name the table that they do not find.
            throw SchemaRejection.schemaMustBeThere
        }
    }

    private static func apply(_ step: Migration, to connection: any SQLConnection, _ dialect: SQLDialect) throws -> Bool
    {
        let isNew = try connection.execute(
            "INSERT INTO schema_step (name) VALUES (\(step.name)) ON CONFLICT DO NOTHING")
        guard isNew > 0 else { return false }
        for statement in step.statements(dialect) {
            try connection.execute(SQLStatement(written: dialect.spelling(statement)))
        }
        return true
    }
}

/// Which steps were applied.
private let stepTable: SQLStatement = "CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY)"
