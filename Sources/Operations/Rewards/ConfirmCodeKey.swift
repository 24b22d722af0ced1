public import Storage

/// Makes sure that the installation's key is the one its redemption codes were made with: with another one, not one of
/// the codes that customers hold could be found again, and nobody would know until a customer stands at the till.
public struct ConfirmCodeKey: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Whether a database knows what its codes were made with; a key that is drawn for it now would be another one.
    public static func isExpected(by database: any SQLDatabase) async throws -> Bool {
        try await database.read { connection in try CodeKeyStore(connection).fingerprint() != nil }
    }

    /// - Returns: Whether it is the same key, or the first one of this database.
    public func callAsFunction() async throws -> Bool {
        let fingerprint = surroundings.codeVault.fingerprint
        return try await surroundings.database.write { connection in
            let store = CodeKeyStore(connection)
            if let kept = try store.fingerprint() { return kept == fingerprint }
            try store.keep(fingerprint)
            return true
        }
    }
}
