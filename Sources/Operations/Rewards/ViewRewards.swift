public import Loyalty
import Storage

/// Shows a shop's rewards to those who run it.
public struct ViewRewards: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``RewardRejection`` `rewardMustExist`.
    public func callAsFunction(_ id: Reward.ID, in shop: Shop) async throws -> Reward {
        let now = surroundings.now()
        let reward = try await surroundings.database.read { connection in
            try RewardStore(connection).reward(id, in: shop, at: now)
        }
        guard let reward else { throw RewardRejection(.rewardMustExist) }
        return reward
    }

    /// Rewards in the order of their making, after one.
    public func list(in shop: Shop, after id: Reward.ID?, limit: Int) async throws -> [Reward] {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            try RewardStore(connection).rewards(in: shop, after: id, limit: limit, at: now)
        }
    }
}
