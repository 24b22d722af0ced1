import Loyalty
import PostgresEngine
import Storage
import Synchronization
import TestDatabase
import Testing

/// What the engine for servers promises of one connection, and when a connection is lost.
@Suite(.onlyOnServers)
struct ServerTests {
    private static let bakery = Shop.ID(trusted: "bakery")

    private let ground: TestDatabase
    private var database: any SQLDatabase { ground.database }

    init() async throws {
        ground = try await TestDatabase.empty()
        try await StampCard.open(ground.database)
    }

    private func statistics() throws -> WriteStatistics {
        try #require(database as? PostgresDatabase).statistics
    }

    /// Ends the connections that the database has, as a restart of the server does.
    private static func cut(_ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        ) { _ in }
    }

    @Test func `every commit is flushed`() async throws {
        let setting = try await database.write { connection in
            try connection.first("SELECT current_setting('synchronous_commit')") { row in try row.text() }
        }
        #expect(setting == "on")
    }

    @Test func `texts are sorted by their bytes, and sums of whole numbers are whole`() async throws {
        try await Migrations.apply(to: database)
        let found = try await database.write { connection in
            for (number, name) in ["b", "B", "a", "é", "Z", "_"].enumerated() {
                try connection.execute(
                    "INSERT INTO tier_count VALUES (\(Self.bakery), \(name), \(number.isMultiple(of: 2) ? 1 : -1))")
            }
            let names = try connection.all("SELECT tier_key FROM tier_count ORDER BY tier_key") { row in try row.text()
            }
            let sums = try connection.first(
                """
                SELECT SUM(member_count * 9000000000000000000 / 9), SUM(member_count) - 7, SUM(member_count * 10000),
                    COALESCE(SUM(NULLIF(member_count, member_count)), 0), SUM(member_count - 12345678)
                FROM tier_count
                """
            ) { row in try (0..<5).map { _ in try row.integer() } }
            return (names, sums)
        }
        #expect(found.0 == ["B", "Z", "_", "a", "b", "é"])
        #expect(found.1 == [0, -7, 0, 0, -74_074_068])
    }

    @Test func `one that throws fails alone, before or after it has written`() async throws {
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<120 {
                group.addTask { [database] in
                    do {
                        try await database.write(in: Self.bakery) { connection in
                            if number % 3 == 1 { throw Refusal() }
                            try StampCard.issue(to: "\(number)", on: connection)
                            if number % 3 == 2 { throw Refusal() }
                        }
                        return number % 3 == 0
                    } catch {
                        return number % 3 != 0 && error is Refusal
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0 })
        #expect(try await database.read(StampCard.count) == 40)
    }

    @Test func `a closure that carries on after an error writes nothing, and is not told otherwise`() async throws {
        try await database.write { connection in try StampCard.issue(to: "Mia", on: connection) }
        await #expect(throws: StorageFailure.self) {
            try await database.write(in: Self.bakery) { connection in
                try StampCard.issue(to: "Juma", on: connection)
                do { try StampCard.issue(to: "Mia", on: connection) } catch StorageFailure.constraint {}
            }
        }
        #expect(try await StampCard.customers(database) == ["Mia"])
    }

    @Test func `a connection that is lost is made anew, and what was not committed is run again`() async throws {
        let runs = Mutex(0)
        try await database.write(in: Self.bakery) { connection in
            try StampCard.issue(to: "Mia", on: connection)
            guard
                runs.withLock({ count in
                    count += 1
                    return count == 1
                })
            else { return }
            let other = try #require(try ground.another())
            let cutting = Task { try await other.read(Self.cut) }
            // The connection is cut while this closure has it.
            let patience = ContinuousClock.now + .seconds(20)
            while ContinuousClock.now < patience { _ = try StampCard.count(connection) }
            _ = cutting
        }
        #expect(runs.withLock { $0 } == 2)
        #expect(try await StampCard.customers(database) == ["Mia"])
        #expect(try statistics().repetitions == 1)
        #expect(try statistics().losses >= 1)
    }

    @Test func `idle connections that were lost harm nobody`() async throws {
        for number in 0..<3 {
            let other = try #require(try ground.another())
            try await other.read(Self.cut)
            await other.close()
            #expect(try await database.read(StampCard.count) == number)
            try await database.write(in: Self.bakery) { connection in
                try StampCard.issue(to: "\(number)", on: connection)
            }
        }
    }

    @Test func `a server that says nothing any more counts as gone, and what was not committed is run again`()
        async throws
    {
        let hasty = try #require(try ground.another { $0.statementSeconds = 8 })
        let runs = Mutex(0)
        try await hasty.write(in: Self.bakery) { connection in
            try StampCard.issue(to: "Mia", on: connection)
            let isFirst = runs.withLock { count in
                count += 1
                return count == 1
            }
            guard isFirst else { return }
            // Its own limit is off, as if it hung.
            try connection.execute("SET LOCAL statement_timeout = 0")
            try connection.forEach("SELECT pg_sleep(60)") { _ in }
        }
        #expect(runs.withLock { $0 } == 2)
        #expect(try await StampCard.customers(database) == ["Mia"])
    }

    @Test func `what has waited for too long is refused and was not done, and what is being done counts as waiting`()
        async throws
    {
        let hasty = try #require(try ground.another { $0.waitingSeconds = 3 } as? PostgresDatabase)
        let begun = Mutex(false)
        let end = Mutex(false)
        let slow = Task {
            try await hasty.write(in: Self.bakery) { connection in
                begun.withLock { $0 = true }
                while !end.withLock({ $0 }) { try connection.forEach("SELECT pg_sleep(0.01)") { _ in } }
                try StampCard.issue(to: "Mia", on: connection)
            }
        }
        while !begun.withLock({ $0 }) { await Task.yield() }
        let late = Task {
            try await hasty.write(in: Self.bakery) { connection in try StampCard.issue(to: "Juma", on: connection) }
        }
        await #expect(throws: StorageFailure.self) { try await late.value }
        #expect(hasty.statistics.waiting == 1)
        end.withLock { $0 = true }
        try await slow.value
        #expect(try await StampCard.customers(database) == ["Mia"])
    }

    @Test func `what cannot be reached says so, without the password`() async throws {
        let failure = #expect(throws: StorageFailure.self) {
            try PostgresDatabase.open("postgres://mia:secret@127.0.0.1:1/tuzo")
        }
        guard case .unavailable(let reason) = failure else { return #expect(Bool(false), "\(failure as Any)") }
        #expect(reason.contains("127.0.0.1") && !reason.contains("secret"))
        #expect(
            PostgresDatabase.name(of: "postgres://mia:secret@db.example:5432/tuzo?password=x")
                == "postgres://db.example:5432/tuzo")
        #expect(PostgresDatabase.fault(in: "postgres://db.example/tuzo?sslmode=require") == nil)
        #expect(PostgresDatabase.fault(in: "postgres://db.example/tuzo?sslmood=require")?.contains("sslmood") == true)
        #expect(PostgresDatabase.fault(in: "postgres://db.example/tuzo?sslmode=bogus")?.contains("bogus") == true)
        #expect(PostgresDatabase.fault(in: "postgres://db.example:543x/tuzo")?.contains("543x") == true)
        #expect(PostgresDatabase.fault(in: "postgres://a,b:5433/tuzo?target_session_attrs=read-write") == nil)
    }

    @Test func `closing finishes what waits, and refuses what comes later`() async throws {
        let tasks = (0..<100).map { number in
            Task { [database] in
                try await database.write(in: Self.bakery) { connection in
                    try StampCard.issue(to: "\(number)", on: connection)
                }
            }
        }
        for task in tasks.prefix(1) { try await task.value }
        await database.close()
        await #expect(throws: StorageFailure.closed) { try await database.read(StampCard.count) }
        let other = try #require(try ground.another())
        var done = 0
        for task in tasks where try await task.result.isDone { done += 1 }
        #expect(try await other.read(StampCard.count) == done)
    }
}

extension Result where Success == Void, Failure == any Error {
    /// Whether it was done; else it came too late.
    fileprivate var isDone: Bool {
        get throws {
            switch self {
            case .success: return true
            case .failure(StorageFailure.closed): return false
            case .failure(let error): throw error
            }
        }
    }
}
