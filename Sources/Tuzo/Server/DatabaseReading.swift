import Storage

extension DatabaseAddress {
    /// Opens the database to read, also beside a server, works on it, and closes it, however the work ends.
    /// - Throws: What the work throws, ``StorageFailure``, or ``CommandFailure`` for a schema of another version.
    func reading<Value>(_ work: (any Engine) async throws -> Value) async throws -> Value {
        let database = try openReadOnly()
        do {
            guard try await database.read({ connection in try Migrations.isCurrent(connection) }) else {
                throw CommandFailure("The schema of \(name) is not that of this version; run 'tuzo migrate' first.")
            }
            let value = try await work(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
