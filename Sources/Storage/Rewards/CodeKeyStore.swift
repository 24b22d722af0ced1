/// By which key the redemption codes of this database were made, within one transaction.
public struct CodeKeyStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// - Returns: `nil` while no key was ever used.
    public func fingerprint() throws -> [UInt8]? {
        try connection.first("SELECT fingerprint FROM code_key") { row in try row.bytes() }
    }

    public func keep(_ fingerprint: [UInt8]) throws {
        try connection.send("INSERT INTO code_key (fingerprint) VALUES (\(fingerprint))")
    }

    /// Forgets the key that is kept, for another one to take its place.
    public func forget() throws { try connection.send("DELETE FROM code_key") }
}
