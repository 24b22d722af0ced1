public import Loyalty
import Storage

/// Writes the redemptions of a shop as CSV, newest first; never their codes.
public struct ExportRedemptions: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter days: The days on which they were redeemed.
    /// - Throws: ``ShopRejection/timeZoneMustBeKnown`` where this machine does not know the shop's zone.
    public func callAsFunction(
        in shop: Shop, _ days: ExportDays
    ) throws(ShopRejection) -> CSVPages<Redemption.ID> {
        let stretch = days.moments(in: try surroundings.zones.zone(named: shop.timeZone))
        let view = ViewRedemptions(in: surroundings)
        return CSVPages(header: columns) { last in
            let found = try await view.issued(in: shop, during: stretch, before: last, limit: rowsMax)
            return (found.map(cells), found.last?.redemption.id)
        }
    }
}

private let rowsMax = 200

private let columns = [
    "redemption", "reward", "reward_name", "reward_type", "customer", "customer_name", "points", "status",
    "redeemed_at", "expires_at", "ended_at", "ended_by", "order",
]

private func cells(_ details: RedemptionDetails) -> [String] {
    let redemption = details.redemption
    let ended: (at: Instant?, by: String, order: String) =
        switch redemption.outcome {
        case .used(let at, let order, let actor): (at, actor, order?.text ?? "")
        case .cancelled(let at, let actor): (at, actor, "")
        case .expired(let at): (at, "", "")
        case nil: (nil, "", "")
        }
    return [
        csvText(redemption.id.text), csvText(redemption.rewardID.text), csvText(details.reward.name),
        RewardType(details.reward.benefit).rawValue, csvText(redemption.customerID.text),
        csvText(details.customerName), redemption.cost.description, details.status.rawValue,
        redemption.issuedAt.description, redemption.expiresAt.description, ended.at?.description ?? "",
        csvText(ended.by), csvText(ended.order),
    ]
}
