import Storage
import TestDatabase
import Testing

/// Who is at a job that only one may be at.
struct JobTests {
    private let ground: TestDatabase
    /// The same database, as another server has it open; where there can be none, as another task has it.
    private let other: any SQLDatabase

    init() async throws {
        ground = try await TestDatabase.empty()
        other = try ground.another() ?? ground.database
    }

    @Test func `a job is held by one, until it is given back`() async throws {
        let hold = try #require(try await ground.database.hold(.upkeep))
        #expect(hold.isGood)
        #expect(try await other.hold(.upkeep) == nil)
        #expect(try await ground.database.hold(.upkeep) == nil)
        await hold.giveBack()
        #expect(!hold.isGood)
        let next = try #require(try await other.hold(.upkeep))
        await hold.giveBack()
        #expect(try await ground.database.hold(.upkeep) == nil, "a second time takes it from nobody")
        await next.giveBack()
    }

    @Test func `of 32 who want a job at once, one has it`() async throws {
        let databases = [ground.database, other]
        let holds = try await withThrowingTaskGroup(of: (any JobHold)?.self) { group in
            for number in 0..<32 { group.addTask { try await databases[number % 2].hold(.upkeep) } }
            return try await group.reduce(into: [any JobHold]()) { holds, hold in holds += [hold].compactMap(\.self) }
        }
        #expect(holds.count == 1)
        for hold in holds { await hold.giveBack() }
    }

    @Test func `a job is given back however it ends, and only work that is begun is counted as done`() async throws {
        let done = try await ground.database.alone(at: .upkeep) { _ in
            let skipped: String? = try await other.alone(at: .upkeep) { _ in "done by the other one" }
            #expect(skipped == nil)
            return "done"
        }
        #expect(done == "done")
        await #expect(throws: Refusal()) {
            try await ground.database.alone(at: .upkeep) { _ in throw Refusal() }
        }
        #expect(try await other.alone(at: .upkeep) { hold in hold.isGood } == true)
    }

    @Test(.onlyOnServers) func `a job whose connection is lost is had by the next one, and its holder finds out`()
        async throws
    {
        let hold = try #require(try await ground.database.hold(.upkeep))
        try await other.read { connection in
            try connection.forEach(
                """
                SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
                WHERE locktype = 'advisory' AND classid = 20022 AND pid <> pg_backend_pid()
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """
            ) { _ in }
        }
        let next = try #require(try await other.hold(.upkeep))
        #expect(!hold.isGood)
        await hold.giveBack()
        #expect(next.isGood)
        #expect(try await ground.database.hold(.upkeep) == nil)
        await next.giveBack()
    }
}
