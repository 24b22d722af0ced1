import Storage
import TestDatabase
import Testing

struct MigrationTests {
    @Test func `a database that an older version has left is brought up to date, step by step`() async throws {
        let ground = try await TestDatabase.empty()
        await #expect(throws: SchemaRejection.schemaMustBeThere) {
            try await ground.database.read(Migrations.requireCurrent)
        }
        try await Migrations.apply(to: ground.database, through: "002-trusted-ledger")
        await #expect(throws: SchemaRejection.migrationsMustBeApplied) {
            try await ground.database.read(Migrations.requireCurrent)
        }
        #expect(try await Migrations.apply(to: ground.database) == Array(Migrations.names.dropFirst(2)))
        try await ground.database.read(Migrations.requireCurrent)
        #expect(try await Migrations.apply(to: ground.database) == [])
    }

    @Test func `a database that a newer version has been at is left as it is`() async throws {
        let ground = try await TestDatabase.empty()
        try await Migrations.apply(to: ground.database, through: "002-trusted-ledger")
        try await ground.database.write { connection in
            _ = try connection.execute("INSERT INTO schema_step (name) VALUES ('999-tomorrow')")
        }
        await #expect(throws: SchemaRejection.schemaMustNotBeNewer) {
            try await ground.database.read(Migrations.requireCurrent)
        }
        await #expect(throws: SchemaRejection.schemaMustNotBeNewer) { try await Migrations.apply(to: ground.database) }
        #expect(try await !Migrations.begin(in: ground.database))
        let steps = try await ground.database.read { connection in
            try connection.all("SELECT name FROM schema_step ORDER BY name") { row in try row.text() }
        }
        #expect(steps == ["001-first-schema", "002-trusted-ledger", "999-tomorrow"])
    }
}
