/// All that a decision about redeeming a reward may look at.
public struct RedemptionContext: Sendable {
    public let program: ProgramVersion?
    public let reward: Reward
    public let member: Member
    public let lots: [Lot]
    /// Live and used redemptions of the reward by this customer.
    public let redemptionCount: Int64
    /// The id of the new redemption.
    public let id: Redemption.ID
    public let now: Instant
    public let actor: String

    public init(
        program: ProgramVersion?, reward: Reward, member: Member, lots: [Lot], redemptionCount: Int64,
        id: Redemption.ID, now: Instant, actor: String
    ) {
        self.program = program
        self.reward = reward
        self.member = member
        self.lots = lots
        self.redemptionCount = redemptionCount
        self.id = id
        self.now = now
        self.actor = actor
    }
}

/// What is to be written about a redemption: points, stock and allowance move together.
public struct RedemptionDecision: Hashable, Sendable {
    public let redemption: Redemption
    public let posting: Posting
    /// What of points that come back lapses at once, because the last day of their lots has passed.
    public let lapses: [Posting]
    public let member: Member
    /// By how much the reward's count of redemptions changes.
    public let stockChange: Int64
}

/// Decides whether a member gets a reward, and what it takes.
/// - Throws: ``RedemptionRejection``: the first reason that stands, in the order of ``Reward/refusal(of:ladder:at:)``.
public func decideRedemption(given context: RedemptionContext) throws(RedemptionRejection) -> RedemptionDecision {
    let seeker = RewardSeeker(
        tierKey: context.member.tierKey, available: context.member.available(in: context.lots, at: context.now),
        redemptionCount: context.redemptionCount)
    let ladder = context.program?.program.tiers.ladder
    if let refusal = context.reward.refusal(of: seeker, ladder: ladder, at: context.now) { throw refusal }
    // From here on it succeeds.
    var ledger = MemberLedger(context.member, lots: context.lots)
    let (posting, redemption) = ledger.issue(context, for: context.reward.cost)
    return RedemptionDecision(
        redemption: redemption, posting: posting, lapses: [], member: ledger.member, stockChange: 1)
}

extension MemberLedger {
    /// Books what a reward costs, and makes the redemption by the terms that the reward has now.
    mutating func issue(_ context: RedemptionContext, for cost: Points) -> (Posting, Redemption) {
        let reward = context.reward
        let draft = EntryDraft(
            kind: reward.benefit.entryKind, reference: context.id.text, description: "Redeemed: \(reward.name)",
            actor: context.actor, occurredAt: context.now, recordedAt: context.now,
            programVersion: context.program?.number)
        let posting = debit(cost, draft)
        let expiresAt = context.now.adding(days: reward.codeValidDays)
        member.wake(beforeEndAt: expiresAt)
        let redemption = Redemption(
            id: context.id, rewardID: reward.id, customerID: member.customerID, cost: cost,
            entrySequence: posting.entry.sequence, issuedAt: context.now,
            expiresAt: expiresAt, onCodeExpiry: reward.onCodeExpiry,
            bonusPoints: reward.benefit.bonusPoints)
        return (posting, redemption)
    }
}

extension Member {
    /// What can be spent now: the balance less what is held and what is still pending, and never below zero.
    public func available(in lots: [Lot], at now: Instant) -> Points {
        available(pending: lots.filter { $0.availableAt > now }.map(\.remaining).total)
    }

    /// - Parameter pending: Points that cannot be spent yet.
    public func available(pending: Points) -> Points { max(.zero, balance - held - pending) }
}
