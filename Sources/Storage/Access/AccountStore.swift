public import Loyalty

/// How people sign in where no platform issues tokens, within one transaction.
public struct AccountStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func account(username: String) throws -> Account? {
        try connection.first(
            """
            SELECT customer_id, username, password_salt, password_hash, changed_at FROM account
            WHERE username = \(username)
            """, read)
    }

    public func account(of customer: Customer.ID) throws -> Account? {
        try connection.first(
            """
            SELECT customer_id, username, password_salt, password_hash, changed_at FROM account
            WHERE customer_id = \(customer)
            """, read)
    }

    /// Makes the account, or replaces all of it.
    public func save(_ account: Account) throws {
        try connection.execute(
            """
            INSERT INTO account (customer_id, username, password_salt, password_hash, changed_at)
            VALUES (\(account.customerID), \(account.username), \(account.passwordSalt), \(account.passwordHash),
                \(account.changedAt))
            ON CONFLICT (customer_id) DO UPDATE SET
                username = excluded.username, password_salt = excluded.password_salt,
                password_hash = excluded.password_hash, changed_at = excluded.changed_at
            """)
    }

    private func read(_ row: inout SQLRow) throws -> Account {
        Account(
            customerID: try row.id(), username: try row.text(), passwordSalt: try row.bytes(),
            passwordHash: try row.bytes(), changedAt: try row.instant())
    }
}

/// A name and a password that a person signs in with.
public struct Account: Sendable {
    public let customerID: Customer.ID
    /// A name or an e-mail address, in lower case; unique in the installation.
    public let username: String
    public let passwordSalt: [UInt8]
    public let passwordHash: [UInt8]
    /// When name or password were last set; tokens for staying signed in hold only as long as it stays the same.
    public let changedAt: Instant

    public init(
        customerID: Customer.ID, username: String, passwordSalt: [UInt8], passwordHash: [UInt8], changedAt: Instant
    ) {
        self.customerID = customerID
        self.username = username
        self.passwordSalt = passwordSalt
        self.passwordHash = passwordHash
        self.changedAt = changedAt
    }
}
