import Storage

extension PostgresDatabase {
    /// Runs a statement that no transaction may hold, such as `CREATE DATABASE`: for the tests and proofs.
    /// - Throws: ``StorageFailure``.
    package static func administer(_ url: String, _ administration: String) throws {
        do {
            let session = try Session(url, silenceMax: nil)
            try session.run(administration, [])
            _ = try session.take()
            try session.settle()
        } catch let error as ServerError {
            throw error.failure
        }
    }
}
