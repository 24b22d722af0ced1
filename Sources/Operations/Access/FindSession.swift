public import Loyalty
import Storage

/// Finds out who is signed in with a browser.
public struct FindSession: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: `nil` for a secret that opens no session, or no longer.
    public func callAsFunction(secret: String) async throws -> Customer.ID? {
        let now = surroundings.now()
        let session = try await surroundings.database.read { connection in
            try SessionStore(connection).session(secretHash: secretHash(secret))
        }
        return session.flatMap { now < $0.endsAt ? $0.customerID : nil }
    }
}
