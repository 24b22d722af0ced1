public import Loyalty
import Storage

private let usernameLengthMax = 254
private let passwordLengthMin = 8
private let passwordLengthMax = 256

/// Makes the account that a customer signs in with, or sets a new name and password for it; that ends all sessions.
public struct SaveAccount: Sendable {
    private let surroundings: Surroundings
    private let hasher: PasswordHasher

    public init(in surroundings: Surroundings, hasher: PasswordHasher) {
        self.surroundings = surroundings
        self.hasher = hasher
    }

    /// - Parameter username: A name or an e-mail address; upper and lower case do not differ.
    /// - Returns: Whether the account was made now.
    /// - Throws: ``AccountRejection``.
    public func callAsFunction(
        of customer: Customer.ID, username: String, password: String
    ) async throws -> Bool {
        let username = username.lowercased()
        guard isUsable(username) else { throw AccountRejection.usernameMustBeUsable }
        guard (passwordLengthMin...passwordLengthMax).contains(password.unicodeScalars.count) else {
            throw AccountRejection.passwordMustHaveARightLength
        }
        let account = Account(
            customerID: customer, username: username, password: try await hasher.hash(password, in: surroundings),
            changedAt: surroundings.now())
        return try await surroundings.database.write(in: .people) { connection in
            let store = AccountStore(connection)
            let namesake = try store.account(username: username)
            guard namesake.map({ $0.customerID == customer }) ?? true else { throw AccountRejection.usernameMustBeFree }
            let held = try store.account(of: customer)
            try store.save(account)
            // Whoever knew the old password, or stole a browser's cookie, is out.
            try SessionStore(connection).deleteAll(of: customer)
            return held == nil
        }
    }

    private func isUsable(_ username: String) -> Bool {
        (1...usernameLengthMax).contains(username.unicodeScalars.count)
            && username.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && !$0.isControl
            }
    }
}

/// Why an account cannot be made like this.
public enum AccountRejection: String, ListedRejection, CaseIterable {
    case usernameMustBeUsable
    case usernameMustBeFree
    case passwordMustHaveARightLength

    public var sentence: String {
        switch self {
        case .usernameMustBeUsable: "username must have 1 to \(usernameLengthMax) characters, and no blanks."
        case .usernameMustBeFree: "username must not be that of another account."
        case .passwordMustHaveARightLength:
            "password must have \(passwordLengthMin) to \(passwordLengthMax) characters."
        }
    }

    public var field: String? { self == .passwordMustHaveARightLength ? "password" : "username" }
    public var kind: RejectionKind { self == .usernameMustBeFree ? .conflict : .badInput }
}
