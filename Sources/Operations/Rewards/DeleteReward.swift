import ExactJSON
public import Loyalty
import Storage

/// Takes a reward off the shop's list; codes that were issued for it stay good.
public struct DeleteReward: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``RewardRejection`` `rewardMustExist`.
    public func callAsFunction(_ id: Reward.ID, in shop: Shop, actor: String) async throws {
        let act = surroundings.act
        try await surroundings.database.write(in: shop.id) { connection in
            let store = RewardStore(connection)
            guard let held = try store.reward(id, in: shop) else { throw RewardRejection(.rewardMustExist) }
            try store.delete(id, in: shop.id, at: act.at)
            try AuditLogStore(connection).append(
                act.made("delete_reward", of: id.text, by: actor, before: held, after: JSONValue?.none), in: shop.id)
        }
    }
}
