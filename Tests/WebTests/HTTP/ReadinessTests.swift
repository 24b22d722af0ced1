import Dispatch
import Logging
import Storage
import TestDatabase
import Testing

@testable import Web

struct ReadinessTests {
    @Test func `a database that hangs makes nobody wait for it, and counts again once it goes on`() async throws {
        let ground = try await TestDatabase.migrated()
        let hasty = readiness(of: ground.database, within: .milliseconds(50))
        let end = DispatchSemaphore(value: 0)
        // More of them than read at once.
        let readers = 1...16
        try await withThrowingTaskGroup { group in
            defer { for _ in readers { end.signal() } }
            for _ in readers { group.addTask { try await ground.database.read { _ in end.wait() } } }
            // Until the last of those that read has begun.
            while await hasty.obstacle() == nil { await Task.yield() }
            #expect(await hasty.obstacle() == "storage_must_be_available")
            #expect(!hasty.wasReady)
        }
        let patient = readiness(of: ground.database, within: .seconds(300))
        #expect(await patient.obstacle() == nil)
        #expect(patient.wasReady)
    }

    private func readiness(of database: any SQLDatabase, within patience: Duration) -> Readiness {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Readiness(of: database, within: patience, logger: logger)
    }
}
