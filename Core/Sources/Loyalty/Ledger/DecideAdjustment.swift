/// Why points are not adjusted by hand.
public enum AdjustmentRejection: String, ListedRejection, CaseIterable {
    case adjustmentMustNotBeZero
    case adjustmentMustBeBelowTheLimit
    case reasonMustNotBeEmpty
    case balanceMustCoverAdjustment

    public var field: String? { self == .reasonMustNotBeEmpty ? "reason" : "points" }
    public var kind: RejectionKind { self == .balanceMustCoverAdjustment ? .conflict : .badInput }

    public var sentence: String {
        switch self {
        case .adjustmentMustNotBeZero: "points must not be 0: a credit is positive, a debit negative."
        case .adjustmentMustBeBelowTheLimit: "points must not lift the account above \(Points.limit)."
        case .reasonMustNotBeEmpty: "reason must say why; the member sees it."
        case .balanceMustCoverAdjustment: "points must not take more than the member has available."
        }
    }
}

/// What a manual adjustment writes.
public struct AdjustmentDecision: Hashable, Sendable {
    public let posting: Posting
    public let member: Member
}

/// Decides a manual adjustment: a credit opens a lot that expires like any other, a debit takes what is available.
/// - Parameter today: The day of `now` in the shop's time zone.
/// - Throws: ``AdjustmentRejection`` for the first rule that is broken, in the order of the lines below.
public func decideAdjustment(
    of points: Points, reason: String, to member: Member, lots: [Lot], program: ProgramVersion?, today: Day,
    now: Instant, actor: String
) throws(AdjustmentRejection) -> AdjustmentDecision {
    guard points != .zero else { throw .adjustmentMustNotBeZero }
    guard (-Points.limit...Points.limit).contains(points), member.balance + points <= .limit else {
        throw .adjustmentMustBeBelowTheLimit
    }
    guard !reason.isBlank else { throw .reasonMustNotBeEmpty }
    guard points > .zero || member.available(in: lots, at: now) >= -points else { throw .balanceMustCoverAdjustment }
    // From here on it succeeds.
    var ledger = MemberLedger(member, lots: lots)
    let draft = EntryDraft(
        kind: .adjustment, reference: "", description: reason, actor: actor, occurredAt: now, recordedAt: now,
        programVersion: program?.number)
    let lot = LotTerms(availableAt: now, earnedOn: today, by: program)
    let posting = points > .zero ? ledger.credit(points, draft, lot) : ledger.debit(-points, draft)
    return AdjustmentDecision(posting: posting, member: ledger.member)
}
