public import Loyalty
import Storage

/// Tells what a reward would be, and whether it could be saved like this; nothing is written.
public struct DraftReward: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// How a reward would look to members.
    public struct Draft: Sendable {
        public let reward: Reward
        public let state: RewardState
        /// What the lowest tier is called that may have it; `nil` where all may.
        public let tierName: String?
    }

    /// - Parameters:
    ///   - id: The reward that is changed; `nil` for a new one.
    ///   - edit: Makes it of the one that is held, if any, and of how many days the program has codes be good for.
    /// - Throws: ``RewardRejection``, and what the edit throws.
    public func callAsFunction(
        _ id: Reward.ID?, in shop: Shop, edit: @escaping @Sendable (Reward?, Int) throws -> Reward
    ) async throws -> Draft {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            let program = try ProgramStore(connection).newest(in: shop)?.program ?? .standard(in: shop.currency)
            let held = try id.flatMap { try RewardStore(connection).reward($0, in: shop, at: now) }
            let reward = try edit(held, program.codeValidDays)
            try validateReward(reward, replacing: held, ladder: program.tiers.ladder)
            let tier = program.tiers.ladder.tiers.first { $0.key == reward.minimumTierKey }
            return Draft(reward: reward, state: reward.state(at: now), tierName: tier?.name)
        }
    }
}
