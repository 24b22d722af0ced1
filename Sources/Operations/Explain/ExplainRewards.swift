public import Loyalty
import Storage

/// Explains why a member can have a reward now, or cannot.
public struct ExplainRewards: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// An explanation, and the moment it is of.
    public struct Explained: Sendable {
        public let explanation: RewardExplanation
        public let now: Instant
    }

    /// - Throws: ``RewardRejection`` `rewardMustExist`, or ``MemberRejection/membershipMustExist``.
    public func callAsFunction(
        _ id: Reward.ID, for customer: Customer.ID, in shop: Shop
    ) async throws -> Explained {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let view = try gaze.view(of: customer, connection)
            guard let reward = try RewardStore(connection).reward(id, in: shop) else {
                throw RewardRejection(.rewardMustExist)
            }
            let counts = try RedemptionStore(connection).counts(of: customer, in: shop.id, at: gaze.now)
            let seeker = RewardSeeker(
                tierKey: view.tierKey, available: view.available, redemptionCount: counts[id] ?? 0)
            let ladder = try ProgramStore(connection).newest(in: shop)?.program.tiers.ladder
            return Explained(
                explanation: explainReward(reward, for: seeker, ladder: ladder, at: gaze.now), now: gaze.now)
        }
    }
}
