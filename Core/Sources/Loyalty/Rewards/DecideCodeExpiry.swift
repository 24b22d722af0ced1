/// What is to be written about a code that ran out unused.
public struct CodeExpiryDecision: Hashable, Sendable {
    public let redemption: Redemption
    /// The points that come back, and those of them that lapse at once; none where they are forfeited.
    public let postings: [Posting]
    public let member: Member
    /// The lots that were open, and those that points came back to, as they are afterwards.
    public let lots: [Lot]
    /// By how much the reward's count of redemptions changes.
    public let stockChange: Int64
}

/// Ends a code whose time is over, as of that time: by the terms it was issued under its points go back to the lots
/// they came from, or are forfeited; stock and allowance come back in any case.
/// - Parameters:
///   - uses: What its entry took from which lots.
///   - lots: The member's open lots and those that `uses` name.
/// - Throws: ``RedemptionStateRejection`` when it has ended before, or is still good.
public func decideCodeExpiry(
    of redemption: Redemption, reward: Reward, member: Member, lots: [Lot], uses: [LotUse],
    in calendar: any ShopCalendar, now: Instant
) throws(RedemptionStateRejection) -> CodeExpiryDecision {
    try redemption.requireIssued()
    guard now >= redemption.expiresAt else { throw .codeMustHaveExpired }
    // From here on it succeeds.
    var expired = redemption
    expired.outcome = .expired(at: redemption.expiresAt)
    guard redemption.onCodeExpiry == .giveBack else {
        return CodeExpiryDecision(redemption: expired, postings: [], member: member, lots: lots, stockChange: -1)
    }
    var ledger = MemberLedger(member, lots: lots)
    let draft = EntryDraft(
        kind: .reversedRedemption, reference: redemption.id.text, description: "Code expired: \(reward.name)",
        actor: serverActor, occurredAt: redemption.expiresAt, recordedAt: now, programVersion: nil)
    let back = ledger.giveBack(uses, draft, in: calendar)
    return CodeExpiryDecision(
        redemption: expired, postings: back.postings, member: ledger.member, lots: ledger.lots, stockChange: -1)
}
