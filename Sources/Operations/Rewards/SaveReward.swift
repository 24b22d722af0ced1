public import Loyalty
import Storage

/// Makes or changes a reward.
public struct SaveReward: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Makes a reward.
    /// - Parameter draft: Makes it of its new id, and of how many days the program has codes be good for.
    /// - Throws: ``RewardRejection``, and what the draft throws.
    public func make(
        in shop: Shop, actor: String,
        draft: @escaping @Sendable (_ id: Reward.ID, _ codeValidDays: Int) throws -> Reward
    ) async throws -> Reward {
        let (act, id): (ActDraft, Reward.ID) = (surroundings.act, surroundings.newID())
        return try await surroundings.database.write(in: shop.id) { connection in
            let program = try ProgramStore(connection).newest(in: shop)?.program ?? .standard(in: shop.currency)
            let reward = try draft(id, program.codeValidDays)
            try save(reward, replacing: nil, in: shop, act, actor, connection)
            return reward
        }
    }

    /// Changes a reward; what was redeemed before stays as it was.
    /// - Parameters:
    ///   - seen: The ``Loyalty/Reward/termsText`` that the author looked at, which must still be that of the reward.
    ///   - edit: Makes the changed reward of the one that is held.
    /// - Throws: ``RewardRejection``, and what the edit throws.
    public func change(
        _ id: Reward.ID, in shop: Shop, actor: String, basedOn seen: String? = nil,
        edit: @escaping @Sendable (Reward) throws -> Reward
    ) async throws -> Reward {
        let act = surroundings.act
        return try await surroundings.database.write(in: shop.id) { connection in
            guard let held = try RewardStore(connection).reward(id, in: shop, at: act.at) else {
                throw RewardRejection(.rewardMustExist)
            }
            guard seen == nil || seen == held.termsText else { throw RewardRejection(.rewardMustBeAsItWasSeen) }
            let reward = try edit(held)
            if reward != held { try save(reward, replacing: held, in: shop, act, actor, connection) }
            return reward
        }
    }

    private func save(
        _ reward: Reward, replacing held: Reward?, in shop: Shop, _ act: ActDraft, _ actor: String,
        _ connection: any SQLConnection
    ) throws {
        let program = try ProgramStore(connection).newest(in: shop)?.program
        try validateReward(reward, replacing: held, ladder: program?.tiers.ladder)
        try RewardStore(connection).save(reward, in: shop.id)
        try AuditLogStore(connection).append(
            act.made("save_reward", of: reward.id.text, by: actor, before: held, after: reward), in: shop.id)
    }
}
