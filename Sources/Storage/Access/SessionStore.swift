public import Loyalty

/// Who is signed in to the pages, within one transaction. Of the secrets only hashes are here.
public struct SessionStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func insert(_ session: Session) throws {
        try connection.send(
            """
            INSERT INTO session (secret_hash, customer_id, opened_at, ends_at)
            VALUES (\(session.secretHash), \(session.customerID), \(session.openedAt), \(session.endsAt))
            """)
    }

    /// The session with that secret, also one that has ended by itself.
    public func session(secretHash: [UInt8]) throws -> Session? {
        try connection.first(
            "SELECT customer_id, opened_at, ends_at FROM session WHERE secret_hash = \(secretHash)"
        ) { row in
            Session(
                secretHash: secretHash, customerID: try row.id(), openedAt: try row.instant(),
                endsAt: try row.instant())
        }
    }

    public func delete(secretHash: [UInt8]) throws {
        try connection.send("DELETE FROM session WHERE secret_hash = \(secretHash)")
    }

    /// - Returns: How many there were.
    @discardableResult
    public func deleteAll(of customer: Customer.ID) throws -> Int {
        try connection.execute("DELETE FROM session WHERE customer_id = \(customer)")
    }

    /// Deletes those that have ended by themselves.
    public func deleteAll(endedBy now: Instant) throws {
        try connection.send("DELETE FROM session WHERE ends_at <= \(now)")
    }
}

/// A person who is signed in with one browser.
public struct Session: Sendable {
    public let secretHash: [UInt8]
    public let customerID: Customer.ID
    public let openedAt: Instant
    /// From then on it is good for nothing.
    public let endsAt: Instant

    public init(secretHash: [UInt8], customerID: Customer.ID, openedAt: Instant, endsAt: Instant) {
        self.secretHash = secretHash
        self.customerID = customerID
        self.openedAt = openedAt
        self.endsAt = endsAt
    }
}
