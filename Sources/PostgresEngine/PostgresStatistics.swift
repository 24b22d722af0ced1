import Synchronization

/// What the writers have done since the database was opened, and have yet to do.
public struct PostgresStatistics: Sendable, Equatable {
    /// Commits, each with one flush of the server's log.
    public internal(set) var commits = 0
    /// Transactions that these commits made durable.
    public internal(set) var transactions = 0
    /// How many transactions shared the last commit.
    public internal(set) var lastBatchSize = 0
    /// Time spent in COMMIT.
    public internal(set) var commitNanoseconds: UInt64 = 0
    /// Batches that were run again, because another writer or a lost connection was in their way.
    public internal(set) var repetitions = 0
    /// Connections that were lost.
    public internal(set) var losses = 0
    /// Transactions that wait for a writer now.
    public internal(set) var waiting = 0
}

/// Where the writers count and anyone may look.
final class CommitStatistics: Sendable {
    private let counts = Mutex(PostgresStatistics())

    var snapshot: PostgresStatistics { counts.withLock { $0 } }

    func add(transactions: Int, nanoseconds: UInt64) {
        counts.withLock { counts in
            counts.commits += 1
            counts.transactions += transactions
            counts.lastBatchSize = transactions
            counts.commitNanoseconds += nanoseconds
        }
    }

    func addRepetition() { counts.withLock { $0.repetitions += 1 } }

    func addLoss() { counts.withLock { $0.losses += 1 } }
}
