public import Loyalty

/// How people sign in where no platform issues tokens, within one transaction.
public struct AccountStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func account(username: String) throws -> Account? {
        try connection.first(
            """
            SELECT customer_id, username, password_salt, password_hash, password_rounds,
                changed_at FROM account
            WHERE username = \(username)
            """, read)
    }

    public func account(of customer: Customer.ID) throws -> Account? {
        try connection.first(
            """
            SELECT customer_id, username, password_salt, password_hash, password_rounds,
                changed_at FROM account
            WHERE customer_id = \(customer)
            """, read)
    }

    /// Makes the account, or replaces all of it.
    public func save(_ account: Account) throws {
        try connection.send(
            """
            INSERT INTO account (
                customer_id, username, password_salt, password_hash, password_rounds, changed_at)
            VALUES (
                \(account.customerID), \(account.username), \(account.password.salt), \(account.password.hash),
                \(account.password.rounds), \(account.changedAt))
            ON CONFLICT (customer_id) DO UPDATE SET
                username = excluded.username, password_salt = excluded.password_salt,
                password_hash = excluded.password_hash, password_rounds = excluded.password_rounds,
                changed_at = excluded.changed_at
            """)
    }

    private func read(_ row: inout SQLRow) throws -> Account {
        Account(
            customerID: try row.id(), username: try row.text(),
            password: PasswordHash(salt: try row.bytes(), hash: try row.bytes(), rounds: try row.count()),
            changedAt: try row.instant())
    }
}

/// A name and a password that a person signs in with.
public struct Account: Sendable {
    public let customerID: Customer.ID
    /// A name or an e-mail address, in lower case; unique in the installation.
    public let username: String
    public let password: PasswordHash
    /// When name or password were last set; tokens for staying signed in hold only as long as it stays the same.
    public let changedAt: Instant

    public init(customerID: Customer.ID, username: String, password: PasswordHash, changedAt: Instant) {
        self.customerID = customerID
        self.username = username
        self.password = password
        self.changedAt = changedAt
    }
}

/// What is kept of a password.
public struct PasswordHash: Sendable {
    public let salt: [UInt8]
    public let hash: [UInt8]
    /// How much work it was to make, and is for each guess; kept, so that it can be more for later passwords.
    public let rounds: Int

    public init(salt: [UInt8], hash: [UInt8], rounds: Int) {
        self.salt = salt
        self.hash = hash
        self.rounds = rounds
    }
}
