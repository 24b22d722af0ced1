public import Loyalty
import Storage

/// Signs a person out of the pages.
public struct EndSessions: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Ends one session; one that is over already stays so.
    public func callAsFunction(secret: String) async throws {
        try await surroundings.database.write(in: .people) { connection in
            try SessionStore(connection).delete(secretHash: secretHash(secret))
        }
    }

    /// Ends all sessions of a person, with whatever browser.
    public func callAsFunction(of customer: Customer.ID) async throws {
        _ = try await surroundings.database.write(in: .people) { connection in
            try SessionStore(connection).deleteAll(of: customer)
        }
    }
}
