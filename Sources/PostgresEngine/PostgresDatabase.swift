import Dispatch
import Foundation
public import Storage
import Synchronization

/// A database on a PostgreSQL server, which several processes may write at the same time.
///
/// A few threads write, each with a connection of its own: a thread takes whatever transactions of one scope wait, runs
/// them one after another and commits them together. Other threads read, each transaction from the state last committed
/// when it began to read.
public final class PostgresDatabase: SQLDatabase {
    public let dialect = SQLDialect.postgres
    /// What the operator should know about the server, or `nil`.
    public let warning: String?
    private let opening: SessionOpening
    private let writes: WorkBoard<WriteScope>?
    private let reads = WorkBoard<Int>()
    private let readCount = Atomic(0)
    private let commits = WriteCounter()
    private let threads = DispatchGroup()
    private let closing = DispatchQueue(label: "tuzo.postgres.close")
    /// Refuses what has waited for too long.
    private let waitingLimit: Task<Void, any Error>

    /// Opens a database to read and write it.
    /// - Parameter url: `postgres://…`, with all options that libpq knows.
    /// - Throws: ``StorageFailure`` where it cannot be reached, or must not be used as it is.
    public static func open(_ url: String, options: PostgresOptions = PostgresOptions()) throws -> PostgresDatabase {
        try PostgresDatabase(SessionOpening(url: url, options: options), WorkBoard())
    }

    /// Opens a database to read it.
    public static func openReadOnly(
        _ url: String, options: PostgresOptions = PostgresOptions()
    ) throws -> PostgresDatabase {
        try PostgresDatabase(SessionOpening(url: url, options: options), nil)
    }

    /// What is wrong with a URL, or `nil`.
    public static func fault(in url: String) -> String? { SessionAddress.fault(in: url) }

    /// A URL without its secrets.
    public static func name(of url: String) -> String { SessionAddress.name(of: url) }

    private init(_ opening: SessionOpening, _ writes: WorkBoard<WriteScope>?) throws {
        self.writes = writes
        self.opening = opening
        // The first session is made here, so that whoever opens the database learns what is wrong with it.
        let session = try opening.checkedSession()
        warning = session.warning
        let first = Handover(session)
        waitingLimit = Self.refusingLate(writes, reads, opening.options.waitingSeconds)
        for number in 0..<(writes == nil ? 0 : opening.options.writerCount) {
            start("tuzo-writer", opening, number == 0 ? first : nil) { [commits] link in
                let group = GroupCommit(link: link, statistics: commits)
                while let (scope, batch) = writes?.take(atMost: GroupCommit.batchMax) {
                    group.run(batch, in: scope)
                    writes?.giveBack(scope)
                }
            }
        }
        for number in 0..<opening.options.readerCount {
            start("tuzo-reader", opening, writes == nil && number == 0 ? first : nil) { [reads] link in
                while let (number, work) = reads.take(atMost: 1) {
                    for work in work { Snapshot(link: link).run(work) }
                    reads.giveBack(number)
                }
            }
        }
    }

    deinit { stop {} }

    /// A way to the other servers that use this database.
    public func channel() -> (any ServerChannel)? { PostgresChannel(opening.url) }

    /// What the writers have done since the database was opened, and have yet to do.
    public var statistics: WriteStatistics {
        var statistics = commits.snapshot
        statistics.waiting = writes?.count ?? 0
        return statistics
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let number = readCount.wrappingAdd(1, ordering: .relaxed).newValue
            let isAccepted = reads.add(PendingTransaction(body, continuation), under: number)
            if !isAccepted { continuation.resume(throwing: StorageFailure.closed) }
        }
    }

    public func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        guard let writes else { throw StorageFailure.unavailable("this database was opened to read only") }
        return try await withCheckedThrowingContinuation { continuation in
            let isAccepted = writes.add(PendingTransaction(body, continuation), under: scope)
            if !isAccepted { continuation.resume(throwing: StorageFailure.closed) }
        }
    }

    public func hold(_ job: SoleJob) async throws -> (any JobHold)? {
        guard writes != nil else { throw StorageFailure.unavailable("this database was opened to read only") }
        return try await SessionHold.take(job, opening)
    }

    public func close() async {
        await withCheckedContinuation { continuation in stop { continuation.resume() } }
    }

    /// Starts a thread that works until there is no more work, and then closes its connection.
    private func start(
        _ name: String, _ opening: SessionOpening, _ first: Handover?, work: @escaping @Sendable (Link) -> Void
    ) {
        threads.enter()
        Thread.detachNewThread { [commits, threads] in
            Thread.current.name = name
            let link = Link(opening, commits, holding: first?.take())
            work(link)
            link.close()
            threads.leave()
        }
    }

    /// While the server hangs or is far too slow, callers are told so instead of being kept for ever.
    private static func refusingLate(
        _ writes: WorkBoard<WriteScope>?, _ reads: WorkBoard<Int>, _ seconds: Int
    ) -> Task<Void, any Error> {
        Task {
            while true {
                try await Task.sleep(for: .seconds(1))
                let instant = ContinuousClock.now - .seconds(seconds)
                for work in (writes?.removeWaiting(since: instant) ?? []) + reads.removeWaiting(since: instant) {
                    work.fail(StorageFailure.unavailable("the database did not come to it in \(seconds) seconds"))
                }
            }
        }
    }

    private func stop(_ done: @escaping @Sendable () -> Void) {
        waitingLimit.cancel()
        writes?.close()
        reads.close()
        threads.notify(queue: closing) { done() }
    }
}

/// Carries a session to the thread that it will belong to, and then keeps nothing of it: a connection closes once
/// nobody has its session any more. Whoever made the session lets go of it, too.
final class Handover: @unchecked Sendable {
    private(set) var session: Session?

    init(_ session: Session) { self.session = session }

    func take() -> Session? {
        defer { session = nil }
        return session
    }
}

extension SessionOpening {
    /// - Throws: ``StorageFailure``.
    func checkedSession() throws -> Session {
        do { return try session() } catch let error as ServerError { throw error.failure }
    }
}
