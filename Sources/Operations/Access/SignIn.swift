public import Loyalty
public import Storage

/// Checks a name and a password.
public struct SignIn: Sendable {
    private let surroundings: Surroundings
    private let hasher: PasswordHasher
    private let limiter: AttemptLimiter

    public init(in surroundings: Surroundings, hasher: PasswordHasher, limiter: AttemptLimiter) {
        self.surroundings = surroundings
        self.hasher = hasher
        self.limiter = limiter
    }

    /// - Parameter address: Where the attempt comes from; wrong ones are limited per account and per address.
    /// - Throws: ``SignInRejection``, the same and after the same time for a wrong name as for a wrong password, and
    ///   ``AttemptRejection``.
    public func callAsFunction(username: String, password: String, from address: String) async throws -> Account {
        let username = username.lowercased()
        let attempt = try await limiter.begin(["account:\(username)", "address:\(address)"])
        let account = try await surroundings.database.read { connection in
            try AccountStore(connection).account(username: username)
        }
        let isRight = try await hasher.isPassword(password, of: account?.password)
        guard let account, isRight else { throw SignInRejection.credentialsMustMatchAnAccount }
        await limiter.forgive(attempt)
        return account
    }
}

/// Why nobody was signed in.
public enum SignInRejection: String, ListedRejection, CaseIterable {
    case credentialsMustMatchAnAccount
    case signInMustNotBeOverrun

    public var sentence: String {
        switch self {
        case .credentialsMustMatchAnAccount: "No account has that name and password."
        case .signInMustNotBeOverrun: "Too many people sign in just now: try again in a moment."
        }
    }

    public var kind: RejectionKind { self == .signInMustNotBeOverrun ? .tooMany : .badInput }
}
