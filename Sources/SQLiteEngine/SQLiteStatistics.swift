/// What the writer has done since the database was opened, and has yet to do.
public struct SQLiteStatistics: Sendable, Equatable {
    /// Commits, each with one sync of the disk.
    public internal(set) var commits = 0
    /// Transactions that these commits made durable.
    public internal(set) var transactions = 0
    /// How many transactions shared the last commit.
    public internal(set) var lastBatchSize = 0
    /// Time spent in COMMIT, syncs and checkpoints included.
    public internal(set) var commitNanoseconds: UInt64 = 0
    /// Transactions that wait for the writer now.
    public internal(set) var waiting = 0
}
