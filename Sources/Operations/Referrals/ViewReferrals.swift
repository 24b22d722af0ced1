public import Loyalty
import Storage

/// Shows the referrals of a shop to those who run it.
public struct ViewReferrals: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Referrals, newest first, older than one; those in one state where one is named.
    public func callAsFunction(
        in shop: Shop, state: ReferralState?, before id: Referral.ID?, limit: Int
    ) async throws -> [ReferralDetails] {
        try await surroundings.database.read { connection in
            try ReferralStore(connection).referrals(in: shop, state: state, before: id, limit: limit)
                .map { try ReferralDetails($0, connection) }
        }
    }
}
