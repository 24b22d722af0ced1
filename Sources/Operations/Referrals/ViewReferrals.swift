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
    public func export(in shop: Shop, _ filter: ReferralFilter?) -> CSVPages<Referral.ID> {
        CSVPages(header: columns) { last in
            let found = try await self(in: shop, filter, before: last, limit: rowsMax)
            return (found.map(cells), found.last?.referral.id)
        }
    }
}

private let rowsMax = 200
private let columns = [
    "id", "state", "reason", "referrer", "referrer_name", "referee", "referee_name", "claimed_at", "changed_at",
    "first_order", "referrer_points", "referee_points", "decided_by", "note",
]

private func cells(_ details: ReferralDetails) -> [String] {
    let referral = details.referral
    return [
        csvText(referral.id.text), referral.state.rawValue, referral.blockReason?.rawValue ?? "",
        csvText(referral.referrerID.text), csvText(details.referrerName), csvText(referral.refereeID.text),
        csvText(details.refereeName), referral.claimedAt.description, referral.changedAt.description,
        csvText(referral.firstOrder?.orderID.text ?? ""), referral.referrerShare.posted.description,
        referral.refereeShare.posted.description, csvText(referral.decidedBy ?? ""), csvText(referral.note ?? ""),
    ]
}
