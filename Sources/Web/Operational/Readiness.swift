import Logging
import Loyalty
import Storage
import Synchronization

/// Whether the server can do its work: its database answers, and has the schema of this version.
final class Readiness: Sendable {
    private static let unavailable = "storage_must_be_available"

    private struct State {
        /// A look that goes on: while the database hangs it is asked once, however many want to know.
        var look: Task<String?, Never>?
        var obstacle: String? = Readiness.unavailable
    }

    private let database: any SQLDatabase
    private let patience: Duration
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameter patience: A database that takes longer to answer is of no use now.
    init(of database: any SQLDatabase, within patience: Duration, logger: Logger) {
        self.database = database
        self.patience = patience
        self.logger = logger
    }

    /// What ``obstacle()`` came to the last time.
    var wasReady: Bool { state.withLock { $0.obstacle == nil } }

    /// Looks, for no longer than it has patience.
    /// - Returns: The rule that is broken, such as `migrations_must_be_applied`; `nil` where the server is ready.
    func obstacle() async -> String? {
        let look = state.withLock { state in
            let look = state.look ?? Task { await ask() }
            state.look = look
            return look
        }
        let (answers, told) = AsyncStream<String?>.makeStream()
        Task { told.yield(await look.value) }
        let limit = Task { [patience] in
            try await Task.sleep(for: patience)
            told.yield(Self.unavailable)
        }
        defer { limit.cancel() }
        let obstacle = await answers.first { _ in true } ?? Self.unavailable
        state.withLock { $0.obstacle = obstacle }
        return obstacle
    }

    private func ask() async -> String? {
        defer { state.withLock { $0.look = nil } }
        do {
            try await database.read { connection in try Migrations.requireCurrent(connection) }
            return nil
        } catch let rejection as SchemaRejection {
            return rejection.code
        } catch {
            logger.warning("not ready", metadata: ["error": "\(error)"])
            return Self.unavailable
        }
    }
}
