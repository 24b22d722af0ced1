import Dispatch
import Storage
import TestDatabase
import Testing

struct EngineStatementTests {
    private let ground: TestDatabase
    private var database: any SQLDatabase { ground.database }

    init() async throws {
        ground = try await TestDatabase.empty()
        try await StampCard.open(ground.database)
        try await database.write { connection in
            for name in ["Juma", "Mia"] { try StampCard.issue(to: name, on: connection) }
        }
    }

    @Test func `a statement says how many rows it changed itself`() async throws {
        let counts = try await database.write { connection in
            [
                try connection.execute("UPDATE card SET stamps = 1"),
                try connection.execute("CREATE TABLE log (customer TEXT)"),
                try connection.execute("UPDATE card SET stamps = 2 WHERE customer = 'nobody'"),
                try logChanges(connection),
                try connection.execute("UPDATE card SET stamps = 3 WHERE customer = 'Mia'"),
                try connection.execute("SELECT customer FROM card"),
                try connection.execute("INSERT INTO card VALUES ('Mia', 9) ON CONFLICT DO NOTHING"),
            ]
        }
        #expect(counts == [2, 0, 0, 0, 1, 0, 0])
    }

    /// Has each change of a card change another table as well.
    private func logChanges(_ connection: any SQLConnection) throws -> Int {
        guard TestDatabase.isOnServer else {
            return try connection.execute(
                "CREATE TRIGGER logging AFTER UPDATE ON card BEGIN INSERT INTO log VALUES (new.customer); END")
        }
        try connection.execute(
            """
            CREATE FUNCTION logging() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN INSERT INTO log VALUES (new.customer); RETURN new; END $$
            """)
        return try connection.execute(
            "CREATE TRIGGER logging AFTER UPDATE ON card FOR EACH ROW EXECUTE FUNCTION logging()")
    }

    @Test func `a loop may run the statement that it loops over`() async throws {
        let pairs = try await database.read { connection in
            let names: SQLStatement = "SELECT customer FROM card ORDER BY customer"
            return try connection.all(names) { outer in
                let left = try outer.text()
                return try connection.all(names) { inner in try left + inner.text() }
            }
        }
        #expect(pairs == [["JumaJuma", "JumaMia"], ["MiaJuma", "MiaMia"]])
    }

    @Test func `a loop outlives its statement's place among the prepared ones`() async throws {
        let names = try await database.read { connection in
            try connection.all("SELECT customer FROM card ORDER BY customer") { row in
                for number in 0..<300 {
                    let statement = SQLStatement(written: "SELECT \(number)")
                    #expect(try connection.first(statement) { row in try row.count() } == number)
                }
                return try row.text()
            }
        }
        #expect(names == ["Juma", "Mia"])
    }

    @Test func `a loop that throws leaves its statement ready for the next`() async throws {
        await #expect(throws: Refusal()) {
            try await database.read { connection in
                try connection.forEach("SELECT customer FROM card") { _ in throw Refusal() }
            }
        }
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
    }

    @Test(arguments: ["DELETE FROM card; DELETE FROM card", "", "-- nothing", "DELETE FROM cart"])
    func `what is not one statement is refused`(text: String) async throws {
        await #expect(throws: StorageFailure.self) {
            try await database.write { connection in try connection.execute(SQLStatement(written: text)) }
        }
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
    }

    @Test func `a reader cannot write`() async throws {
        await #expect(throws: StorageFailure.self) {
            try await database.read { connection in try connection.execute("DELETE FROM card") }
        }
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
    }

    @Test func `a reader sees one state, whatever is committed meanwhile`() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        async let counts = database.read { connection in
            let before = try StampCard.count(connection)
            begin.yield()
            gate.wait()
            return [before, try StampCard.count(connection)]
        }
        for await _ in begun { break }
        try await database.write { connection in try StampCard.issue(to: "Asha", on: connection) }
        gate.signal()
        #expect(try await counts == [2, 2])
        #expect(try await database.read(StampCard.count) == 3)
    }
}
