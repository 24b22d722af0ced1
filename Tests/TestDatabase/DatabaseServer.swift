import Dispatch
import Foundation
import PostgresEngine
import Storage
import Synchronization

/// The server that the databases of tests are made on: each is a copy of one that was migrated once.
final class DatabaseServer: Sendable {
    /// The server that `TUZO_TEST_DATABASE` leads to.
    static let tested = ProcessInfo.processInfo.environment["TUZO_TEST_DATABASE"].map { DatabaseServer($0) }

    /// How many databases there are at once: all tests begin together, and a server has so many connections.
    private static let openMax = 40
    /// A test may need two of them, and then it is better to have a few more than to wait for ever.
    private static let patience = Duration.seconds(600)

    private struct State {
        var count = 0
        var openCount = 0
        var template: Task<String, any Error>?
        /// Databases whose tests are over.
        var over: [String] = []
    }

    private let url: String
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "tuzo.test.databases")

    private init(_ url: String) { self.url = url }

    /// - Returns: The name of a new database.
    func makeDatabase(isMigrated: Bool) async throws -> String {
        let deadline = ContinuousClock.now + Self.patience
        while !isThereRoom(since: deadline) { try await Task.sleep(for: .milliseconds(10)) }
        guard isMigrated else { return try await makeDatabase(from: "template1") }
        let task = state.withLock { state in
            let task = state.template ?? Task { try await self.makeTemplate() }
            state.template = task
            return task
        }
        return try await makeDatabase(from: try await task.value)
    }

    func open(_ name: String, _ adjust: (inout PostgresOptions) -> Void = { _ in }) throws -> PostgresDatabase {
        var options = PostgresOptions()
        (options.writerCount, options.readerCount) = (2, 2)
        // However busy the machine is with other tests.
        options.waitingSeconds = 600
        adjust(&options)
        return try PostgresDatabase.open(url(of: name), options: options)
    }

    private func isThereRoom(since deadline: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            guard state.openCount < Self.openMax || ContinuousClock.now > deadline else { return false }
            state.openCount += 1
            return true
        }
    }

    /// Drops a database, once another one is made: whoever had it may still be closing it.
    func drop(_ name: String) {
        state.withLock { state in
            state.over.append(name)
            state.openCount -= 1
        }
    }

    /// Where a database is.
    func url(of name: String) -> String { url.replacing("/postgres", with: "/\(name)") }

    private func makeTemplate() async throws -> String {
        let name = try await makeDatabase(from: "template1")
        let database = try open(name)
        try await Migrations.apply(to: database)
        await database.close()
        return name
    }

    private func makeDatabase(from template: String) async throws -> String {
        let (name, over) = state.withLock { state in
            state.count += 1
            defer { state.over = [] }
            return ("tuzo_\(getpid())_\(state.count)", state.over)
        }
        // Not on the few threads that tests share: it waits for the server.
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [url] in
                continuation.resume(
                    with: Result {
                        for gone in over {
                            try PostgresDatabase.administer(url, "DROP DATABASE IF EXISTS \(gone) WITH (FORCE)")
                        }
                        try PostgresDatabase.administer(url, "CREATE DATABASE \(name) TEMPLATE \(template)")
                    })
            }
        }
        return name
    }
}
