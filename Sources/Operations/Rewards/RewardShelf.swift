import Loyalty
import Storage

/// The rewards that members of a shop are offered, at one moment, within one transaction.
struct RewardShelf {
    private let gaze: MemberGaze
    private let connection: any SQLConnection

    init(_ gaze: MemberGaze, _ connection: any SQLConnection) {
        self.gaze = gaze
        self.connection = connection
    }

    /// Everything on the shelf: active, begun and not expired; the rest is the owner's business.
    func offers(to view: MemberView) throws -> [RewardOffer] {
        let rewards = try RewardStore(connection).rewards(in: gaze.shop, after: nil, limit: offerCountMax, at: gaze.now)
        let onShelf = rewards.filter { $0.isOnShelf(at: gaze.now) }
        guard !onShelf.isEmpty else { return [] }
        let counts = try RedemptionStore(connection).counts(
            of: view.member.customerID, in: gaze.shop.id, at: gaze.now)
        return onShelf.map { offer(of: $0, to: view, counts) }
    }

    /// One reward, on the shelf or not.
    /// - Throws: ``RewardRejection`` `rewardMustExist`.
    func offer(of id: Reward.ID, to view: MemberView) throws -> RewardOffer {
        guard let reward = try RewardStore(connection).reward(id, in: gaze.shop, at: gaze.now) else {
            throw RewardRejection(.rewardMustExist)
        }
        let counts = try RedemptionStore(connection).counts(
            of: view.member.customerID, in: gaze.shop.id, at: gaze.now)
        return offer(of: reward, to: view, counts)
    }

    private func offer(of reward: Reward, to view: MemberView, _ counts: [Reward.ID: Int64]) -> RewardOffer {
        let seeker = RewardSeeker(
            tierKey: view.tierKey, available: view.available, redemptionCount: counts[reward.id] ?? 0)
        return RewardOffer(of: reward, to: seeker, ladder: view.ladder, at: gaze.now)
    }
}

private let offerCountMax = 500
