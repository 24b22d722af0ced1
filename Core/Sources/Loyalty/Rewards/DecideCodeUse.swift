/// What using a code changes besides its state.
public struct CodeUseDecision: Hashable, Sendable {
    public let redemption: Redemption
    /// The credit of a reward that gives bonus points; `nil` for all others.
    public let posting: Posting?
    public let member: Member
}

/// Decides whether a code can be used at the till.
/// - Parameters:
///   - reward: Gives the entry its words; what is credited are the bonus points that the code was issued with.
///   - order: The order it was used for, where there is one.
///   - program: The version in force; its expiry governs bonus points.
///   - today: The day of `now` in the shop's time zone.
/// - Throws: ``RedemptionStateRejection`` when it was used, cancelled or has expired, or when its bonus would lift the
///   account above the limit.
public func decideCodeUse(
    of redemption: Redemption, reward: Reward, member: Member, order: Order.ID?, program: ProgramVersion?, today: Day,
    now: Instant, actor: String
) throws(RedemptionStateRejection) -> CodeUseDecision {
    try redemption.requireIssued()
    guard now < redemption.expiresAt else { throw .codeMustNotBeExpired }
    guard max(member.balance, member.earned) + redemption.bonusPoints <= .limit else { throw .bonusMustFitTheAccount }
    // From here on it succeeds.
    var used = redemption
    used.outcome = .used(at: now, order: order, by: actor)
    guard redemption.bonusPoints > .zero else {
        return CodeUseDecision(redemption: used, posting: nil, member: member)
    }
    var ledger = MemberLedger(member)
    let draft = EntryDraft(
        kind: .earnedBonus, reference: redemption.id.text, description: "Bonus: \(reward.name)", actor: actor,
        occurredAt: now, recordedAt: now, programVersion: program?.number)
    let lot = LotTerms(availableAt: now, earnedOn: today, by: program)
    let posting = ledger.credit(redemption.bonusPoints, draft, lot)
    return CodeUseDecision(redemption: used, posting: posting, member: ledger.member)
}

/// Decides whether a redemption can be cancelled; its points go back to the lots they came from.
/// - Parameters:
///   - uses: What its entry took from which lots.
///   - lots: The member's open lots and those that `uses` name.
///   - calendar: Points that come back to a lot whose last day has passed lapse at once.
/// - Throws: ``RedemptionStateRejection`` when it was used, cancelled or has expired.
public func decideCancellation(
    of redemption: Redemption, reward: Reward, member: Member, lots: [Lot], uses: [LotUse], program: ProgramVersion?,
    calendar: any ShopCalendar, now: Instant, actor: String
) throws(RedemptionStateRejection) -> RedemptionDecision {
    try redemption.requireIssued()
    guard now < redemption.expiresAt else { throw .codeMustNotBeExpired }
    // From here on it succeeds.
    var ledger = MemberLedger(member, lots: lots)
    return ledger.cancel(redemption, of: reward, uses: uses, by: program, in: calendar, at: now, actor: actor)
}

extension MemberLedger {
    /// Books what comes back from a code that is good, and ends it.
    mutating func cancel(
        _ redemption: Redemption, of reward: Reward, uses: [LotUse], by program: ProgramVersion?,
        in calendar: any ShopCalendar, at now: Instant, actor: String
    ) -> RedemptionDecision {
        var cancelled = redemption
        cancelled.outcome = .cancelled(at: now, by: actor)
        let draft = EntryDraft(
            kind: .reversedRedemption, reference: redemption.id.text, description: "Cancelled: \(reward.name)",
            actor: actor, occurredAt: now, recordedAt: now, programVersion: program?.number)
        let back = giveBack(uses, draft, in: calendar)
        return RedemptionDecision(
            redemption: cancelled, posting: back.posting, lapses: back.lapses, member: member, stockChange: -1)
    }
}

extension Redemption {
    /// - Throws: How it ended, where it has.
    func requireIssued() throws(RedemptionStateRejection) {
        switch outcome {
        case .used: throw .codeMustNotBeUsed
        case .cancelled: throw .codeMustNotBeCancelled
        case .expired: throw .codeMustNotBeExpired
        case nil: return
        }
    }
}
