import Synchronization

/// What the writers of a database have done since it was opened, and have yet to do.
public struct WriteStatistics: Sendable, Equatable {
    /// Commits, each with one sync of the disk.
    public fileprivate(set) var commits = 0
    /// Transactions that these commits made durable.
    public fileprivate(set) var transactions = 0
    /// How many transactions shared the last commit.
    public fileprivate(set) var lastBatchSize = 0
    /// Time spent in COMMIT, syncs and checkpoints included.
    public fileprivate(set) var commitNanoseconds: UInt64 = 0
    /// Batches that were run again, because another server or a lost connection was in their way.
    public fileprivate(set) var repetitions = 0
    /// Connections that were lost.
    public fileprivate(set) var losses = 0
    /// Transactions that wait for a writer now, or that one has in hand and that are not durable yet.
    public var waiting = 0
}

/// Where the writers of an engine count and anyone may look.
public final class WriteCounter: Sendable {
    private let counts = Mutex(WriteStatistics())

    public init() {}

    public var snapshot: WriteStatistics { counts.withLock { $0 } }

    public func addCommit(of transactions: Int, nanoseconds: UInt64) {
        counts.withLock { counts in
            counts.commits += 1
            counts.transactions += transactions
            counts.lastBatchSize = transactions
            counts.commitNanoseconds += nanoseconds
        }
    }

    public func addRepetition() { counts.withLock { $0.repetitions += 1 } }

    public func addLoss() { counts.withLock { $0.losses += 1 } }
}
