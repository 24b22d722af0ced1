import SQLiteEngine
import Storage
import Testing

struct AppendOnlyTests {
    @Test(arguments: [
        "UPDATE receipt SET points = 0", "DELETE FROM receipt", "INSERT OR REPLACE INTO receipt VALUES (1, 0)",
        "INSERT INTO receipt VALUES (1, 0) ON CONFLICT DO UPDATE SET points = 0",
    ])
    func `an append-only table refuses every change`(statement: String) async throws {
        let folder = try EngineFolder()
        let database = try SQLiteDatabase.open(path: folder.database)
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
