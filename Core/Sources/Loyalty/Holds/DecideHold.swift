/// What a new hold is called, and how long it lasts.
public struct HoldTerms: Sendable {
    public static let secondsStandard: Int64 = 900
    /// A day.
    static let secondsMax: Int64 = 86_400
    /// How many holds of one member may be live at the same time.
    static let liveCountMax = 100

    let id: Hold.ID
    let reference: String
    let actor: String
    let heldAt: Instant
    let expiresAt: Instant

    /// - Parameters:
    ///   - reference: What the checkout calls it; may be empty.
    ///   - seconds: How long it lasts.
    ///   - liveCount: How many holds the member has that are live.
    /// - Throws: ``HoldRejection/secondsMustBeInRange``, ``HoldRejection/holdsMustBe100AtMost``.
    public init(
        id: Hold.ID, reference: String, seconds: Int64, beside liveCount: Int, at now: Instant, by actor: String
    ) throws(HoldRejection) {
        guard (1...HoldTerms.secondsMax).contains(seconds) else { throw .secondsMustBeInRange }
        guard liveCount < HoldTerms.liveCountMax else { throw .holdsMustBe100AtMost }
        self.id = id
        self.reference = reference
        self.actor = actor
        heldAt = now
        expiresAt = now.adding(seconds: seconds)
    }

    func hold(of points: Points, _ reward: Reward.ID?, by member: inout Member) -> HoldDecision {
        member.held += points
        member.wake(beforeEndAt: expiresAt)
        let hold = Hold(
            id: id, customerID: member.customerID, points: points, rewardID: reward, reference: reference,
            actor: actor, heldAt: heldAt, expiresAt: expiresAt)
        return HoldDecision(hold: hold, member: member)
    }
}

/// A hold as it is to be written, and the member with what it changes of the points held.
public struct HoldDecision: Hashable, Sendable {
    public let hold: Hold
    public let member: Member
}

/// Decides whether points can be reserved: any number, up to what is available.
/// - Parameter lots: The member's open lots.
/// - Throws: ``HoldRejection``.
public func decideHold(
    of points: Points, by member: Member, lots: [Lot], _ terms: HoldTerms
) throws(HoldRejection) -> HoldDecision {
    guard points >= Points(1) else { throw .pointsMustBeAtLeastOne }
    guard member.available(in: lots, at: terms.heldAt) >= points else { throw .availableMustCoverHold }
    // From here on it succeeds.
    var member = member
    return terms.hold(of: points, nil, by: &member)
}

/// Decides whether a reward can be reserved: its points, one of its stock and of the customer's allowance, together.
/// - Parameters:
///   - redemptionCount: Live and used redemptions of the reward by this customer, and live holds of it.
///   - ladder: The tiers of the program in force.
/// - Throws: ``RedemptionRejection``: the first reason that stands.
public func decideHold(
    of reward: Reward, by member: Member, lots: [Lot], redemptionCount: Int64, ladder: TierLadder?, _ terms: HoldTerms
) throws(RedemptionRejection) -> HoldDecision {
    let seeker = RewardSeeker(
        tierKey: member.tierKey, available: member.available(in: lots, at: terms.heldAt),
        redemptionCount: redemptionCount)
    if let refusal = reward.refusal(of: seeker, ladder: ladder, at: terms.heldAt) { throw refusal }
    // From here on it succeeds.
    var member = member
    return terms.hold(of: reward.cost, reward.id, by: &member)
}

/// What a checkout wants reserved.
public enum HoldWish: Hashable, Sendable {
    case points(Points)
    case reward(Reward.ID)

    /// - Throws: ``HoldRejection/holdMustBeOfPointsOrAReward`` unless one of the two is given.
    public init(points: Points?, reward: Reward.ID?) throws(HoldRejection) {
        switch (points, reward) {
        case (let points?, nil): self = .points(points)
        case (nil, let reward?): self = .reward(reward)
        default: throw .holdMustBeOfPointsOrAReward
        }
    }
}
