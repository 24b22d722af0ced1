public import Loyalty
public import Storage

/// Shows the bonuses that a member was given.
public struct ViewBonuses: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Bonuses, newest first, below the sequence of an entry.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(
        of customer: Customer.ID, in shop: Shop, below sequence: Int64?, limit: Int
    ) async throws -> [BonusReport.Row] {
        try await surroundings.database.read { connection in
            guard try MemberStore(connection).member(customer, in: shop.id) != nil else {
                throw MemberRejection.membershipMustExist
            }
            return try BonusReport(connection).bonuses(of: customer, in: shop.id, below: sequence, limit: limit)
        }
    }
}
