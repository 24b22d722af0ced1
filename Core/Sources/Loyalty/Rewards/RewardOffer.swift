/// A reward as one member sees it: whether it can be had now, and what it would leave.
public struct RewardOffer: Hashable, Sendable {
    public let reward: Reward
    /// The first reason why it cannot be had now; `nil` where none stands.
    public let refusal: RedemptionRejection?
    /// The points that are missing for it; zero where there are enough.
    public let missing: Points
    /// What could be spent after it; zero where there are not enough points.
    public let left: Points
    /// How much of its cost is there, in tenths of a percent, rounded down: 1000 is shown only once it is there.
    public let tenthsOfPercent: Int

    /// - Parameter ladder: The tiers of the program in force.
    public init(of reward: Reward, to seeker: RewardSeeker, ladder: TierLadder?, at now: Instant) {
        self.reward = reward
        refusal = reward.refusal(of: seeker, ladder: ladder, at: now)
        missing = max(.zero, reward.cost - seeker.available)
        left = max(.zero, seeker.available - reward.cost)
        let covered = min(max(seeker.available, .zero), reward.cost).count
        tenthsOfPercent = Int(Int128(covered) * 1_000 / Int128(max(1, reward.cost.count)))
    }

    /// The percentage of the cost that is there, with one decimal.
    public var percent: Decimal { Decimal(mantissa: Int128(tenthsOfPercent), places: 1) }
}

extension Sequence<RewardOffer> {
    /// What a balance is worth: the largest fixed discount that can be had for it now. Discounts of several rewards are
    /// not added up, because the same points pay for one of them only.
    public var worth: Money? {
        filter { $0.refusal == nil }.compactMap { $0.reward.benefit.fixedDiscount }
            .max { $0.minorUnits < $1.minorUnits }
    }

    /// The cheapest reward that nothing but points keeps from the member; among equals the one made first.
    public var next: RewardOffer? {
        filter { $0.refusal == .balanceMustCoverCost }
            .min { ($0.reward.cost, $0.reward.id) < ($1.reward.cost, $1.reward.id) }
    }
}

extension RewardBenefit {
    fileprivate var fixedDiscount: Money? { if case .discountFixed(let amount) = self { amount } else { nil } }
}

extension Reward {
    /// How many are still to be had; `nil` where there is no end of them.
    public var stockLeft: Int64? { totalAvailable.map { max(0, $0 - redeemedCount) } }
}
