/// How a database is opened.
public struct PostgresOptions: Sendable {
    /// How many transactions can write at once, each of another scope, and how many can read.
    public var writerCount = 8
    public var readerCount = 4
    /// A statement that takes longer is broken off, and so is one that waits for so long; 0 for none.
    public var statementSeconds = 30
    /// A transaction that has waited for so long to begin is refused: it has had no effect then.
    public var waitingSeconds = 30

    public init() {}

    /// A server that has said nothing for so long counts as gone: it would have broken off the statement by itself.
    var silenceMax: Duration? { statementSeconds == 0 ? nil : .seconds(statementSeconds + 5) }
}
