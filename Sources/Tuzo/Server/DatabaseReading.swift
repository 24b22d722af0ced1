import Storage

extension DatabaseAddress {
    /// Opens the database to read, also beside a server, works on it, and closes it, however the work ends.
    /// - Throws: What the work throws, ``StorageFailure``, or ``SchemaRejection``.
    func reading<Value>(_ work: (any Engine) async throws -> Value) async throws -> Value {
        let database = try openReadOnly()
        do {
            try await database.read { connection in try Migrations.requireCurrent(connection) }
            let value = try await work(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
