public import Loyalty
import Storage

private let secretByteCount = 32
/// How long somebody stays signed in.
public let sessionSeconds: Int64 = 14 * 86_400

/// Signs a person in to the pages, with one browser.
public struct OpenSession: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: The secret that the browser keeps; here only its hash is kept.
    public func callAsFunction(of customer: Customer.ID) async throws -> String {
        let (secret, now) = (Base64URL.text(of: surroundings.random(secretByteCount)), surroundings.now())
        let session = Session(
            secretHash: secretHash(secret), customerID: customer, openedAt: now,
            endsAt: now.adding(seconds: sessionSeconds))
        try await surroundings.database.write(in: .people) { connection in
            let store = SessionStore(connection)
            try store.deleteAll(endedBy: now)
            try store.insert(session)
        }
        return secret
    }
}
