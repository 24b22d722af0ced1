public import Testing

extension Trait where Self == ConditionTrait {
    /// For what only a database in a file has.
    public static var onlyInFiles: Self { .disabled(if: TestDatabase.isOnServer, "it is about databases in files") }

    /// For what only a database on a server has.
    public static var onlyOnServers: Self { .enabled(if: TestDatabase.isOnServer, "it needs a server") }
}
