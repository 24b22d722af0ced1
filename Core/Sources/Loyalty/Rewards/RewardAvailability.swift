/// Why a reward cannot be had now; the sentences are the stable words that pages and clients show.
public enum RedemptionRejection: ListedRejection, Hashable {
    case rewardMustBeActive
    case rewardMustHaveBegun
    case rewardMustNotHaveExpired
    case tierMustBeReached(tierName: String)
    case stockMustRemain
    case customerLimitMustNotBeReached
    case balanceMustCoverCost

    public static var examples: [Self] {
        [
            .rewardMustBeActive, .rewardMustHaveBegun, .rewardMustNotHaveExpired, .tierMustBeReached(tierName: "Gold"),
            .stockMustRemain, .customerLimitMustNotBeReached, .balanceMustCoverCost,
        ]
    }

    public var name: String {
        switch self {
        case .rewardMustBeActive: "rewardMustBeActive"
        case .rewardMustHaveBegun: "rewardMustHaveBegun"
        case .rewardMustNotHaveExpired: "rewardMustNotHaveExpired"
        case .tierMustBeReached: "tierMustBeReached"
        case .stockMustRemain: "stockMustRemain"
        case .customerLimitMustNotBeReached: "customerLimitMustNotBeReached"
        case .balanceMustCoverCost: "balanceMustCoverCost"
        }
    }

    public var sentence: String {
        switch self {
        case .rewardMustBeActive: "Reward is not active"
        case .rewardMustHaveBegun: "Reward is not yet available"
        case .rewardMustNotHaveExpired: "Reward has expired"
        case .tierMustBeReached(let tierName): "Requires \(tierName) tier or higher"
        case .stockMustRemain: "Reward is out of stock"
        case .customerLimitMustNotBeReached: "Maximum redemptions reached for this customer"
        case .balanceMustCoverCost: "Insufficient points"
        }
    }
}

/// What decides whether one member can have a reward.
public struct RewardSeeker: Hashable, Sendable {
    public let tierKey: String
    /// Points that can be spent now: the balance less what is pending or held.
    public let available: Points
    /// Live and used redemptions of the reward by this customer.
    public let redemptionCount: Int64

    public init(tierKey: String, available: Points, redemptionCount: Int64) {
        self.tierKey = tierKey
        self.available = available
        self.redemptionCount = redemptionCount
    }
}

extension Reward {
    /// The words for a reward that can be had.
    public static let availableSentence = "Available"

    /// The first reason why a member cannot have this reward now, in the documented order; `nil` where none stands.
    /// - Parameter ladder: The tiers of the program in force; without one, no tier can be required.
    public func refusal(of seeker: RewardSeeker, ladder: TierLadder?, at now: Instant) -> RedemptionRejection? {
        checks(of: seeker, ladder: ladder, at: now).first { !$0.holds }?.rejection
    }

    /// Every rule of availability in the documented order, and whether it holds.
    func checks(of seeker: RewardSeeker, ladder: TierLadder?, at now: Instant) -> [RewardCheck] {
        let tier = RedemptionRejection.tierMustBeReached(tierName: tierName(on: ladder))
        return [
            RewardCheck(rejection: .rewardMustBeActive, holds: isActive),
            RewardCheck(rejection: .rewardMustHaveBegun, holds: validFrom.map { now >= $0 } ?? true),
            RewardCheck(rejection: .rewardMustNotHaveExpired, holds: validUntil.map { now < $0 } ?? true),
            RewardCheck(rejection: tier, holds: isReached(by: seeker.tierKey, on: ladder)),
            RewardCheck(rejection: .stockMustRemain, holds: totalAvailable.map { redeemedCount < $0 } ?? true),
            RewardCheck(
                rejection: .customerLimitMustNotBeReached,
                holds: limitPerCustomer.map { seeker.redemptionCount < $0 } ?? true),
            RewardCheck(rejection: .balanceMustCoverCost, holds: seeker.available >= cost),
        ]
    }

    /// Whether customers are shown it at all: active, begun, and not expired.
    public func isOnShelf(at now: Instant) -> Bool {
        isActive && validFrom.map { now >= $0 } ?? true && validUntil.map { now < $0 } ?? true
    }

    private func isReached(by tierKey: String, on ladder: TierLadder?) -> Bool {
        guard !minimumTierKey.isEmpty, let ladder else { return true }
        guard let required = ladder.rank(of: minimumTierKey) else { return false }
        return (ladder.rank(of: tierKey) ?? 0) >= required
    }

    private func tierName(on ladder: TierLadder?) -> String {
        ladder?.tiers.first { $0.key == minimumTierKey }?.name ?? Tier.name(for: minimumTierKey)
    }
}
