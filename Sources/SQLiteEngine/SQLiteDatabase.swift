import Dispatch
import GRDB
public import Storage

/// A database in one file that one process writes.
///
/// One thread writes. It takes whatever transactions wait, runs them one after another and commits them together, so
/// that the disk's syncs per second are no limit to the transactions per second. A few other threads read, each
/// transaction from the state last committed when it began to read.
public final class SQLiteDatabase: SQLDatabase {
    public let dialect = SQLDialect.sqlite
    private let pool: DatabasePool
    private let lock: LockFile?
    private let writes: WorkQueue<PendingTransaction>?
    private let reads = WorkQueue<@Sendable (Connection) -> Void>()
    private let commits = WriteCounter()
    private let jobs = JobBoard()
    private let threads = DispatchGroup()
    private let closing = DispatchQueue(label: "tuzo.sqlite.close")

    /// Opens a database to read and write it, for this process alone; makes the file where there is none.
    /// - Throws: ``StorageFailure/locked(_:)`` where another process writes it, or another ``StorageFailure`` where it
    ///   cannot be opened.
    public static func open(path: String, options: SQLiteOptions = SQLiteOptions()) throws -> SQLiteDatabase {
        let lock = try LockFile.acquire(path + ".lock")
        let database = SQLiteDatabase(try DatabasePool.toWrite(path, options), lock)
        try database.startThreads(options)
        return database
    }

    /// Opens a database to read it, also beside the process that writes it; changes nothing in the file.
    public static func openReadOnly(path: String, options: SQLiteOptions = SQLiteOptions()) throws -> SQLiteDatabase {
        let database = SQLiteDatabase(try DatabasePool.toRead(path, options), nil)
        try database.startThreads(options)
        return database
    }

    private init(_ pool: DatabasePool, _ lock: LockFile?) {
        self.pool = pool
        self.lock = lock
        writes = lock == nil ? nil : WorkQueue()
    }

    deinit { stop {} }

    /// What the writer has done since the database was opened, and has yet to do.
    public var statistics: WriteStatistics {
        var statistics = commits.snapshot
        statistics.waiting = writes?.count ?? 0
        return statistics
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await onReader { connection in try body(connection) }
    }

    public func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        guard let writes else { throw StorageFailure.unavailable("this database was opened to read only") }
        return try await withCheckedThrowingContinuation { continuation in
            let isAccepted = writes.add(PendingTransaction(body, continuation))
            if !isAccepted { continuation.resume(throwing: StorageFailure.closed) }
        }
    }

    public func hold(_ job: SoleJob) async throws -> (any JobHold)? { jobs.hold(job) }

    public func close() async {
        await withCheckedContinuation { continuation in stop { continuation.resume() } }
    }

    /// Runs a read-only transaction that may use the engine's own connection.
    func onReader<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isAccepted = reads.add { connection in
                continuation.resume(with: Result { try connection.reading { try body(connection) } })
            }
            if !isAccepted { continuation.resume(throwing: StorageFailure.closed) }
        }
    }

    private func startThreads(_ options: SQLiteOptions) throws {
        if let writes {
            try ConnectionThread.start("tuzo-writer", threads, pool.writeWithoutTransaction) { [commits] connection in
                let group = GroupCommit(connection: connection, statistics: commits)
                let tidy = connection.checkpointIfWorthwhile
                while let batch = writes.take(atMost: GroupCommit.batchMax, whenIdle: tidy) {
                    group.run(batch)
                    writes.finish(batch.count)
                }
            }
        }
        for _ in 0..<options.readerCount {
            try ConnectionThread.start("tuzo-reader", threads, pool.unsafeRead) { [reads] connection in
                while let jobs = reads.take(atMost: 1) {
                    for job in jobs { job(connection) }
                    reads.finish(jobs.count)
                }
            }
        }
    }

    private func stop(_ done: @escaping @Sendable () -> Void) {
        writes?.close()
        reads.close()
        threads.notify(queue: closing) { [pool, lock] in
            // Readers go first: the last connection that closes empties the write-ahead log, and only the writer may.
            pool.invalidateReadOnlyConnections()
            // Should it fail, nothing is lost: the log is read again when the database is opened next.
            do { try pool.close() } catch {}
            lock?.release()
            done()
        }
    }
}
