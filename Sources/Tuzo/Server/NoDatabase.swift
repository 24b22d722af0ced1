import Storage

/// For commands that need surroundings and no database.
struct NoDatabase: SQLDatabase {
    var dialect: SQLDialect { SQLDialect(bytesType: "", keyedTable: "", textType: "") { _ in [] } }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value { throw StorageFailure.closed }

    func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value { throw StorageFailure.closed }

    func hold(_ job: SoleJob) async throws -> (any JobHold)? { throw StorageFailure.closed }

    func close() async {}
}
