/// All that a decision about confirming a hold may look at.
public struct HoldConfirmationContext: Sendable {
    public let hold: Hold
    /// What it is a hold of, where it is one of a reward.
    public let reward: Reward?
    /// How many points of the hold are spent; `nil` for all.
    public let points: Points?
    /// The order they are spent on, where it is known.
    public let order: Order.ID?
    public let member: Member
    public let lots: [Lot]
    public let program: ProgramVersion?
    /// The id of the redemption that a hold of a reward becomes.
    public let redemptionID: Redemption.ID
    public let now: Instant
    public let actor: String

    public init(
        hold: Hold, reward: Reward?, points: Points?, order: Order.ID?, member: Member, lots: [Lot],
        program: ProgramVersion?, redemptionID: Redemption.ID, now: Instant, actor: String
    ) {
        self.hold = hold
        self.reward = reward
        self.points = points
        self.order = order
        self.member = member
        self.lots = lots
        self.program = program
        self.redemptionID = redemptionID
        self.now = now
        self.actor = actor
    }
}

/// What is to be written about a confirmed hold.
public struct HoldConfirmationDecision: Hashable, Sendable {
    public let hold: Hold
    public let posting: Posting
    /// What a hold of a reward became.
    public let redemption: Redemption?
    public let member: Member
}

/// Decides whether the points of a hold are spent, all or a part; the rest is free again.
/// - Returns: `nil` where it was confirmed before, just so: then nothing is to be done.
/// - Throws: ``HoldRejection`` for the first rule that is broken, in the order of the lines below.
public func decideConfirmation(
    given context: HoldConfirmationContext
) throws(HoldRejection) -> HoldConfirmationDecision? {
    let (hold, points) = (context.hold, context.points ?? context.hold.points)
    if case .confirmed(let earlier) = hold.outcome, earlier.points == points { return nil }
    try requireLive(hold, at: context.now)
    guard points >= Points(1) else { throw .pointsMustBeAtLeastOne }
    guard points <= hold.points else { throw .partMustNotExceedHold }
    guard hold.rewardID == nil || points == hold.points else { throw .rewardMustBeConfirmedInFull }
    let pending = context.lots.filter { $0.availableAt > context.now }.map(\.remaining).total
    guard context.member.balance - pending >= points else { throw .balanceMustCoverConfirmation }
    // From here on it succeeds.
    var member = context.member
    member.held -= hold.points
    var ledger = MemberLedger(member, lots: context.lots)
    let (posting, redemption) = context.spend(points, on: &ledger)
    var confirmed = hold
    confirmed.outcome = .confirmed(
        Hold.Confirmation(
            points: points, entrySequence: posting.entry.sequence, redemptionID: redemption?.id, at: context.now,
            by: context.actor))
    return HoldConfirmationDecision(
        hold: confirmed, posting: posting, redemption: redemption, member: ledger.member)
}

extension HoldConfirmationContext {
    fileprivate func spend(_ points: Points, on ledger: inout MemberLedger) -> (Posting, Redemption?) {
        if let reward {
            return ledger.issue(
                RedemptionContext(
                    program: program, reward: reward, member: member, lots: lots, redemptionCount: 0, id: redemptionID,
                    now: now, actor: actor), for: points)
        }
        let draft = EntryDraft(
            kind: .redeemedDiscount, reference: order?.text ?? hold.id.text,
            description: order.map { "Redeemed: order \($0)" } ?? "Redeemed at checkout", actor: actor,
            occurredAt: now, recordedAt: now, programVersion: program?.number)
        return (ledger.debit(points, draft), nil)
    }
}

/// Decides whether a hold is let go of.
/// - Returns: `nil` where it was released before: then nothing is to be done.
/// - Throws: ``HoldRejection``.
public func decideRelease(
    of hold: Hold, by member: Member, now: Instant, actor: String
) throws(HoldRejection) -> HoldDecision? {
    if case .released = hold.outcome { return nil }
    try requireLive(hold, at: now)
    // From here on it succeeds.
    var (released, member) = (hold, member)
    released.outcome = .released(at: now, by: actor)
    member.held -= hold.points
    return HoldDecision(hold: released, member: member)
}

private func requireLive(_ hold: Hold, at now: Instant) throws(HoldRejection) {
    switch hold.status(at: now) {
    case .live: return
    case .confirmed: throw .holdMustNotBeConfirmed
    case .released: throw .holdMustNotBeReleased
    case .expired: throw .holdMustNotBeExpired
    }
}
