import Synchronization

/// Where the writer counts and anyone may look.
final class CommitStatistics: Sendable {
    private let counts = Mutex(SQLiteStatistics())

    var snapshot: SQLiteStatistics { counts.withLock { $0 } }

    func add(transactions: Int, nanoseconds: UInt64) {
        counts.withLock { counts in
            counts.commits += 1
            counts.transactions += transactions
            counts.lastBatchSize = transactions
            counts.commitNanoseconds += nanoseconds
        }
    }
}
