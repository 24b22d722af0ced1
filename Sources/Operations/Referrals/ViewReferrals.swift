public import Loyalty
public import Storage

/// Shows the referrals of a shop to those who run it.
public struct ViewReferrals: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Referrals, newest first, older than one; those that a filter lets through where one is named.
    public func callAsFunction(
        in shop: Shop, _ filter: ReferralFilter? = nil, before id: Referral.ID?, limit: Int
    ) async throws -> [ReferralDetails] {
        try await surroundings.database.read { connection in
            try ReferralStore(connection).referrals(in: shop, filter, before: id, limit: limit)
                .map { try ReferralDetails($0, connection) }
        }
    }

    /// All of them in numbers.
    public func figures(in shop: Shop) async throws -> ReferralReport.Figures {
        try await surroundings.database.read { connection in try ReferralReport(connection).figures(in: shop.id) }
    }

    /// One referral with everything that happened to it.
    /// - Throws: ``ReferralRejection/referralMustExist``.
    public func story(of id: Referral.ID, in shop: Shop) async throws -> ReferralStory {
        try await surroundings.database.read { connection in
            guard let referral = try ReferralStore(connection).referral(id, in: shop) else {
                throw ReferralRejection.referralMustExist
            }
            return try ReferralStory(of: referral, in: shop, connection)
        }
    }

    /// All referrals that a filter lets through, as CSV, page by page, in memory that does not grow with them.
    public func export(in shop: Shop, _ filter: ReferralFilter?) -> ReferralPages {
        ReferralPages(view: self, shop: shop, filter: filter)
    }
}
