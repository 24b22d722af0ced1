import Loyalty
import Storage
import Synchronization
import TestDatabase
import Testing

@testable import Operations

/// The scheduled work where several servers would do it.
struct SoleUpkeepTests {
    private let town: Town

    init() async throws { town = try await Town.open() }

    /// The scheduled work of the two shops, as a server does it that has something else happen in the middle.
    private func upkeep(
        in surroundings: Surroundings, meanwhile: @escaping @Sendable () async throws -> Void
    ) -> RunUpkeep {
        RunUpkeep(in: surroundings, steps: [Pause(meanwhile: meanwhile)])
    }

    @Test func `while one server is at the scheduled work, another leaves it alone`() async throws {
        let other = RunUpkeep(in: try town.another())
        let skips = Mutex(0)
        let tally = try await upkeep(in: town.surroundings) {
            let done = try await other.alone()
            if done == nil { skips.withLock { $0 += 1 } }
        }
        .alone()
        #expect(tally?.members == 2, "both shops were come by")
        #expect(skips.withLock { $0 } == 2)
        #expect(try await other.alone() != nil, "and then it is the other one's turn")
    }

    @Test(.onlyOnServers) func `who has lost the connection that keeps others out ends early, and says so`()
        async throws
    {
        let other = RunUpkeep(in: try town.another())
        let tally = try await upkeep(in: town.surroundings) { [town] in
            try await town.surroundings.database.read(Self.cutJobs)
            #expect(try await other.alone() != nil)
        }
        .alone()
        #expect(tally?.members == 1)
        #expect(tally?.failures == 1)
        #expect(try await upkeep(in: town.surroundings) {}.alone()?.failures == 0)
    }

    /// Ends the connections that jobs are held by, as PostgreSQL does when their machine is gone.
    private static func cutJobs(_ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
            WHERE locktype = 'advisory' AND classid = 20022 AND pid <> pg_backend_pid()
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """
        ) { _ in }
    }
}

private struct Pause: UpkeepStep {
    let name = "pause"
    let meanwhile: @Sendable () async throws -> Void

    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws {
        try await meanwhile()
        tally.members += 1
    }
}
