public import Loyalty
import Storage

/// What waits for the owner of a shop.
public struct ShopAttention: Sendable {
    public let blockedReferralCount: Int64
    /// Rewards that run out or end, in the order of their making.
    public let rewards: [(reward: Reward, concern: RewardConcern)]
    /// Members below zero, and what they owe in all.
    public let debtorCount: Int64
    public let debt: Points
    /// What members were warned of that lapses within thirty days, and the first day of it.
    public let lapsing: Points
    public let lapsingFrom: Day?

    init(in shop: Shop, on today: Day, at now: Instant, _ connection: any SQLConnection) throws {
        let report = AttentionReport(connection)
        blockedReferralCount = try report.blockedReferralCount(in: shop.id)
        (debtorCount, debt) = try report.debt(in: shop.id)
        (lapsing, lapsingFrom) = try report.warned(in: shop.id, from: today, through: today + lapsingDays)
        rewards = try RewardStore(connection).rewards(in: shop, after: nil, limit: rewardsMax, at: now)
            .compactMap { reward in reward.concern(at: now).map { (reward: reward, concern: $0) } }
    }
}

private let lapsingDays = 30
private let rewardsMax = 500

/// What a shop needs to begin with, and whether it has it.
public struct ShopBeginnings: Hashable, Sendable {
    public let hasProgram: Bool
    public let hasReward: Bool
    public let hasOrder: Bool
    /// Somebody at the till, or a key for the shop's own system.
    public let hasHelpers: Bool

    public var isDone: Bool { hasProgram && hasReward && hasOrder && hasHelpers }

    init(in shop: Shop, _ program: ProgramVersion?, at now: Instant, _ connection: any SQLConnection) throws {
        let found = try AttentionReport(connection).beginnings(in: shop.id)
        hasProgram = program != nil
        hasReward = try RewardStore(connection).rewards(in: shop, after: nil, limit: rewardsMax, at: now)
            .contains { $0.isOnShelf(at: now) }
        hasOrder = found.hasOrder
        hasHelpers = found.hasStaff || found.hasKey
    }
}
