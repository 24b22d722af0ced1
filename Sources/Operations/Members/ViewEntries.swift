public import Loyalty
public import Storage

/// Shows a member's history.
public struct ViewEntries: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Entries, newest first, below a sequence.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(
        of customer: Customer.ID, in shop: Shop, below sequence: Int64?, limit: Int
    ) async throws -> [EntryReport.Row] {
        try await surroundings.database.read { connection in
            guard try MemberStore(connection).member(customer, in: shop.id) != nil else {
                throw MemberRejection.membershipMustExist
            }
            return try EntryReport(connection).entries(of: customer, in: shop.id, below: sequence, limit: limit)
        }
    }
}
