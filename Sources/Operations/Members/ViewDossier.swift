public import Loyalty
public import Storage

/// Hands out to customers what is kept of them.
public struct ViewDossier: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    public func callAsFunction(of customer: Customer.ID) async throws -> CustomerDossier {
        try await surroundings.database.read { connection in try CustomerDossier(of: customer, connection) }
    }
}
