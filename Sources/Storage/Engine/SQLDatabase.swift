public import Loyalty

/// A database that runs transactions; one engine each implements it.
///
/// A transaction is a synchronous closure over one connection: it may not await, and it may run **more than once**
/// (an engine may have to repeat it), so it must have no effect but what it does through the connection.
public protocol SQLDatabase: Sendable {
    /// How this engine spells what the two spell differently.
    var dialect: SQLDialect { get }

    /// Runs a read-only transaction that sees one committed state.
    /// - Throws: What the closure throws, or ``StorageFailure``.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Runs a transaction that may write, and returns once it is durable on disk.
    ///
    /// A closure that throws leaves nothing behind.
    /// - Parameter scope: What it is about. An engine may run transactions of different scopes at the same time.
    /// - Throws: What the closure throws, or ``StorageFailure``.
    func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Takes a job, so that nobody else is at it; see ``alone(at:_:)``.
    /// - Returns: `nil` where somebody is at it.
    /// - Throws: ``StorageFailure``.
    func hold(_ job: SoleJob) async throws -> (any JobHold)?

    /// Finishes what is under way, then releases files and connections. Later calls throw ``StorageFailure/closed``.
    func close() async
}

extension SQLDatabase {
    /// Runs a transaction that may write anything: nothing else is written meanwhile.
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value { try await write(in: .everything, body) }

    /// Runs a transaction that writes rows of one shop.
    public func write<Value: Sendable>(
        in shop: Shop.ID, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value { try await write(in: .shop(shop), body) }
}

/// What the two engines spell differently.
public struct SQLDialect: Sendable {
    /// The column type of a byte string.
    public let bytesType: String
    /// What ends the definition of a table that is always reached by its primary key, so that it is stored by it.
    public let keyedTable: String
    /// The type of texts, which are sorted and compared by their bytes: what stands for TEXT in a definition.
    public let textType: String
    /// The statements that make a table refuse UPDATE and DELETE.
    public let refusingChanges: @Sendable (_ table: String) -> [String]

    public init(
        bytesType: String, keyedTable: String, textType: String,
        refusingChanges: @escaping @Sendable (_ table: String) -> [String]
    ) {
        self.bytesType = bytesType
        self.keyedTable = keyedTable
        self.textType = textType
        self.refusingChanges = refusingChanges
    }

    /// A statement of a migration, as this engine spells it.
    func spelling(_ statement: String) -> String {
        guard definitions.contains(where: statement.hasPrefix) else { return statement }
        return statement.replacing(" TEXT", with: " " + textType)
    }
}

/// How statements begin that give columns their types.
private let definitions = ["CREATE TABLE ", "ALTER TABLE "]

/// What can go wrong below the rules.
public enum StorageFailure: Error, Equatable {
    /// The disk is full; reads go on.
    case full
    /// The disk or the database reported an error.
    case unavailable(String)
    /// A constraint of the schema refused the statement.
    case constraint(String)
    /// Another process holds this database.
    case locked(String)
    /// The database was closed.
    case closed
    /// A row does not hold what the schema promises; `tuzo audit` says more.
    case corrupt(String)
}
