/// One rule of a reward's availability, and whether it holds for a member now.
public struct RewardCheck: Hashable, Sendable {
    /// What is answered where it does not hold.
    public let rejection: RedemptionRejection
    public let holds: Bool
}

/// Why a member can have a reward now, or cannot: every rule, in the order in which they are told.
public struct RewardExplanation: Sendable {
    public let reward: Reward
    public let seeker: RewardSeeker
    public let checks: [RewardCheck]
    /// The first that does not hold; `nil` where the reward can be had.
    public let refusal: RedemptionRejection?
    public let forCustomer: String
    public let forOwner: String
}

/// Explains whether a member can have a reward.
/// - Parameter ladder: The tiers of the program in force.
public func explainReward(
    _ reward: Reward, for seeker: RewardSeeker, ladder: TierLadder?, at now: Instant
) -> RewardExplanation {
    let checks = reward.checks(of: seeker, ladder: ladder, at: now)
    let refusal = reward.refusal(of: seeker, ladder: ladder, at: now)
    let failing = checks.filter { !$0.holds }.map(\.rejection.code)
    let customer =
        switch refusal {
        case nil: "You can have \(reward.name) for \(reward.cost.words)."
        case .balanceMustCoverCost?: "\(reward.name) costs \(reward.cost.words), and you can spend \(seeker.available)."
        case let refusal?: "You cannot have \(reward.name) now: \(refusal.sentence)."
        }
    let owner =
        failing.isEmpty
        ? "All \(checks.count) rules hold; \(reward.cost.words) of \(seeker.available) would be spent."
        : "\(failing.count) of \(checks.count) rules fail, and the first is told: \(failing.joined(separator: ", "))."
    return RewardExplanation(
        reward: reward, seeker: seeker, checks: checks, refusal: refusal, forCustomer: customer, forOwner: owner)
}
