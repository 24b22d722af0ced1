/// How a database is opened.
public struct PostgresOptions: Sendable {
    /// How many transactions can write at once, each of another scope, and how many can read.
    public var writerCount = 8
    public var readerCount = 4
    /// A statement that takes longer is broken off, and so is one that waits for so long; 0 for none.
    public var statementSeconds = 30

    public init() {}
}
