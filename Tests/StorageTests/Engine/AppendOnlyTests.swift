import Storage
import TestDatabase
import Testing

struct AppendOnlyTests {
    @Test(arguments: [
        "UPDATE receipt SET points = 0", "DELETE FROM receipt",
        "INSERT INTO receipt VALUES (1, 0) ON CONFLICT (number) DO UPDATE SET points = 0",
        TestDatabase.isOnServer ? "TRUNCATE receipt" : "INSERT OR REPLACE INTO receipt VALUES (1, 0)",
    ])
    func `an append-only table refuses every change`(statement: String) async throws {
        let ground = try await TestDatabase.empty()
        let database = ground.database
        try await database.write { [dialect = database.dialect] connection in
            try connection.execute("CREATE TABLE receipt (number BIGINT PRIMARY KEY, points BIGINT NOT NULL)")
            for trigger in dialect.refusingChanges("receipt") {
                try connection.execute(SQLStatement(written: trigger))
            }
            try connection.execute("INSERT INTO receipt VALUES (1, 84)")
        }
        await #expect(throws: StorageFailure.constraint("receipt is append-only")) {
            try await database.write { connection in try connection.execute(SQLStatement(written: statement)) }
        }
        let points = try await database.read { connection in
            try connection.all("SELECT points FROM receipt") { row in try row.integer() }
        }
        #expect(points == [84])
        await database.close()
    }
}
