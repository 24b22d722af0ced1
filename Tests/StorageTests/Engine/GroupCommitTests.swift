import SQLiteEngine
import Storage
import Synchronization
import TestDatabase
import Testing

@Suite(.onlyInFiles)
struct GroupCommitTests {
    private let folder: EngineFolder
    private let database: SQLiteDatabase

    init() async throws {
        folder = try EngineFolder()
        database = try await StampCard.open(in: folder)
    }

    /// Asks for all of these while the writer is held, so that they come in one batch.
    private func inOneBatch(_ bodies: [@Sendable (any SQLConnection) throws -> Void]) async throws -> [(any Error)?] {
        let held = await HeldWriter(database)
        let tasks = bodies.map { body in Task { try await database.write(body) } }
        try await held.letGo(whenWaiting: bodies.count)
        var errors: [(any Error)?] = []
        for task in tasks {
            do {
                try await task.value
                errors.append(nil)
            } catch { errors.append(error) }
        }
        return errors
    }

    private static func issuing(_ customer: String) -> @Sendable (any SQLConnection) throws -> Void {
        { connection in try StampCard.issue(to: customer, on: connection) }
    }

    @Test func `a thousand writes at once share commits and are all on disk`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<1_000 {
                group.addTask { [database] in
                    try await database.write { connection in try StampCard.issue(to: "\(number)", on: connection) }
                }
            }
            try await group.waitForAll()
        }
        let statistics = database.statistics
        #expect(statistics.transactions == 1_001)
        #expect(statistics.commits < 1_001)
        #expect(statistics.commitNanoseconds > 0)
        await database.close()
        let reopened = try SQLiteDatabase.open(path: folder.database)
        #expect(try await reopened.read(StampCard.count) == 1_000)
        await reopened.close()
    }

    @Test func `what waits is committed together, 256 at most`() async throws {
        let before = database.statistics
        #expect(try await inOneBatch((0..<300).map { Self.issuing("\($0)") }).allSatisfy { $0 == nil })
        #expect(database.statistics.commits - before.commits == 3)
        #expect(database.statistics.lastBatchSize == 300 - 256)
        #expect(database.statistics.waiting == 0)
    }

    @Test func `one that throws before it writes fails alone, and nothing runs twice`() async throws {
        let runs = Mutex(0)
        let before = database.statistics.commits
        let errors = try await inOneBatch([
            { connection in
                runs.withLock { $0 += 1 }
                try StampCard.issue(to: "Juma", on: connection)
            },
            { connection in
                _ = try StampCard.count(connection)
                try connection.execute("UPDATE card SET stamps = 9 WHERE customer = 'nobody'")
                throw Refusal()
            },
            Self.issuing("Mia"),
        ])
        #expect(errors.map { $0 is Refusal } == [false, true, false])
        #expect(errors.compactMap { $0 }.count == 1)
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
        #expect(runs.withLock { $0 } == 1)
        #expect(database.statistics.commits - before == 2)
    }

    @Test(arguments: [
        "INSERT INTO card VALUES ('Asha', 1)", "DELETE FROM card", "CREATE TABLE cake (name TEXT)", "DROP TABLE card",
    ])
    func `one that throws after it has written fails alone and leaves nothing`(statement: String) async throws {
        let before = database.statistics.commits
        let errors = try await inOneBatch([
            Self.issuing("Juma"),
            { connection in
                try connection.execute(SQLStatement(written: statement))
                throw Refusal()
            },
            Self.issuing("Mia"),
        ])
        #expect(errors.map { $0 is Refusal } == [false, true, false])
        #expect(errors.compactMap { $0 }.count == 1)
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
        #expect(try await tables() == ["card"])
        #expect(database.statistics.commits - before == 2)
    }

    @Test func `one that breaks a constraint fails alone`() async throws {
        let errors = try await inOneBatch([Self.issuing("Mia"), Self.issuing("Mia"), Self.issuing("Juma")])
        let refusal = StorageFailure.constraint("UNIQUE constraint failed: card.customer")
        #expect(errors.map { $0 as? StorageFailure } == [nil, refusal, nil])
        #expect(try await StampCard.customers(database) == ["Juma", "Mia"])
    }

    @Test func `a commit that fails fails everyone in it, and the next one works`() async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "CREATE TABLE gift (customer TEXT REFERENCES card DEFERRABLE INITIALLY DEFERRED)")
        }
        let errors = try await inOneBatch([
            Self.issuing("Mia"),
            { connection in _ = try connection.execute("INSERT INTO gift VALUES ('nobody')") },
        ])
        let expected = StorageFailure.constraint("FOREIGN KEY constraint failed")
        #expect(errors.map { $0 as? StorageFailure } == [expected, expected])
        #expect(try await StampCard.customers(database) == [])
        try await database.write(Self.issuing("Mia"))
        #expect(try await StampCard.customers(database) == ["Mia"])
    }

    @Test func `a caller who is cancelled still learns what became of the write`() async throws {
        let held = await HeldWriter(database)
        let task = Task {
            try await database.write { connection in
                try StampCard.issue(to: "Mia", on: connection)
                return "issued"
            }
        }
        while database.statistics.waiting < 1 { await Task.yield() }
        task.cancel()
        try await held.letGo(whenWaiting: 1)
        #expect(try await task.value == "issued")
        #expect(try await StampCard.customers(database) == ["Mia"])
    }

    @Test func `closing finishes what waits, and refuses what comes later`() async throws {
        let held = await HeldWriter(database)
        let tasks = (0..<300).map { number in Task { try await database.write(Self.issuing("\(number)")) } }
        while database.statistics.waiting < 300 { await Task.yield() }
        async let firstClose: Void = database.close()
        async let secondClose: Void = database.close()
        try await held.letGo(whenWaiting: 300)
        for task in tasks { try await task.value }
        _ = await (firstClose, secondClose)
        await #expect(throws: StorageFailure.closed) { try await database.write(Self.issuing("late")) }
        await #expect(throws: StorageFailure.closed) { try await database.read(StampCard.count) }
        let reopened = try SQLiteDatabase.open(path: folder.database)
        #expect(try await reopened.read(StampCard.count) == 300)
        await reopened.close()
    }

    private func tables() async throws -> [String] {
        try await database.read { connection in
            try connection.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { row in try row.text() }
        }
    }
}
