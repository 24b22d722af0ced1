public import Loyalty
import Storage

/// Lists the rewards of a shop for its owner, with how they stand and how often they are taken.
public struct ListRewards: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    public struct Listed: Sendable {
        public let reward: Reward
        public let state: RewardState
        /// How many codes of it were issued within ``recentDays`` that are used or still good.
        public let recentCount: Int64
    }

    public static let recentDays = 30

    /// All rewards of the shop: those that members can have first, and the cheapest of them before the others.
    public func callAsFunction(in shop: Shop) async throws -> [Listed] {
        let now = surroundings.now()
        let since = now.adding(days: -Self.recentDays)
        let listed = try await surroundings.database.read { connection in
            let counts = try RewardReport(connection).recentCounts(
                in: shop.id, since: since, from: Identifier(trusted: IDSource.first(at: since)), at: now)
            return try all(in: shop, at: now, connection).map { reward in
                Listed(reward: reward, state: reward.state(at: now), recentCount: counts[reward.id] ?? 0)
            }
        }
        return listed.sorted { ($0.rank, $0.reward.cost, $0.reward.id) < ($1.rank, $1.reward.cost, $1.reward.id) }
    }

    /// All rewards as CSV, on one page.
    public func export(in shop: Shop) async throws -> CSVPages<Reward.ID> {
        let listed = try await self(in: shop)
        return CSVPages(header: columns) { last in
            last == nil ? (listed.map { cells($0, in: shop) }, listed.last?.reward.id) : ([], nil)
        }
    }

    private func all(in shop: Shop, at now: Instant, _ connection: any SQLConnection) throws -> [Reward] {
        var rewards: [Reward] = []
        var page: [Reward]
        repeat {
            page = try RewardStore(connection).rewards(in: shop, after: rewards.last?.id, limit: pageMax, at: now)
            rewards += page
        } while page.count == pageMax
        return rewards
    }
}

private let pageMax = 500
private let columns = [
    "id", "name", "state", "type", "benefit", "currency", "cost", "tier", "available", "limit", "valid_from",
    "valid_until", "code_days", "on_code_expiry", "redeemed", "redeemed_in_30_days",
]

private func cells(_ listed: ListRewards.Listed, in shop: Shop) -> [String] {
    let reward = listed.reward
    return [
        csvText(reward.id.text), csvText(reward.name), listed.state.rawValue, RewardType(reward.benefit).rawValue,
        csvText(reward.benefit.amountText), shop.currency.code, reward.cost.description,
        csvText(reward.minimumTierKey), reward.totalAvailable?.description ?? "",
        reward.limitPerCustomer?.description ?? "", reward.validFrom?.description ?? "",
        reward.validUntil?.description ?? "", reward.codeValidDays.description, reward.onCodeExpiry.rawValue,
        reward.redeemedCount.description, listed.recentCount.description,
    ]
}

extension ListRewards.Listed {
    /// Where its state stands among all of them.
    fileprivate var rank: Int { RewardState.allCases.firstIndex(of: state) ?? 0 }
}

extension RewardBenefit {
    /// How much it gives, or what.
    fileprivate var amountText: String {
        switch self {
        case .discountPercentage(let rate): rate.description
        case .discountFixed(let amount): amount.description
        case .freeShipping: ""
        case .freeProduct(let name), .freeService(let name): name
        case .bonusPoints(let points): points.description
        }
    }
}
