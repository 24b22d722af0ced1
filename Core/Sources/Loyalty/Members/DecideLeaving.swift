/// Why somebody does not leave a shop's program now.
public enum LeavingRejection: String, ListedRejection, CaseIterable {
    case holdsMustHaveEnded

    public var kind: RejectionKind { .conflict }

    public var sentence: String {
        switch self {
        case .holdsMustHaveEnded:
            "Points are held for a checkout. They are spent or free again within a day; then you can leave."
        }
    }
}

/// All that a decision about leaving may look at.
public struct LeavingContext: Sendable {
    /// A code that is good, and what is needed to cancel it.
    public struct LiveCode: Sendable {
        public let redemption: Redemption
        public let reward: Reward
        /// What its entry took from which lots.
        public let uses: [LotUse]

        public init(redemption: Redemption, reward: Reward, uses: [LotUse]) {
            self.redemption = redemption
            self.reward = reward
            self.uses = uses
        }
    }

    public let member: Member
    public let history: SpendingHistory
    /// The open lots, and those that the codes were paid from.
    public let lots: [Lot]
    public let codes: [LiveCode]
    /// The version in force; `nil` where the shop never saved a program.
    public let program: ProgramVersion?
    public let calendar: any ShopCalendar
    public let now: Instant
    /// Who leaves, or who says so.
    public let actor: String

    public init(
        member: Member, history: SpendingHistory, lots: [Lot], codes: [LiveCode], program: ProgramVersion?,
        calendar: any ShopCalendar, now: Instant, actor: String
    ) {
        self.member = member
        self.history = history
        self.lots = lots
        self.codes = codes
        self.program = program
        self.calendar = calendar
        self.now = now
        self.actor = actor
    }
}

/// What leaving writes, in this order.
public struct LeavingDecision: Hashable, Sendable {
    /// The codes that were good, each cancelled as its owner could have cancelled it.
    public let cancellations: [RedemptionDecision]
    /// What was left of the points; `nil` where nothing was.
    public let lapse: Posting?
    public let member: Member
    /// What the end of a tier given by hand changes.
    public let tierChange: TierChange?

    /// The points that are lost, those of the cancelled codes among them.
    public var lost: Points { lapse?.entry.moved ?? .zero }
}

/// Decides that a member leaves: codes that are good are cancelled, all points that are left lapse, and a tier that was
/// given by hand ends. A debt stays what it is, so that nobody leaves to lose one.
/// - Returns: `nil` where the member has left before.
/// - Throws: ``LeavingRejection``.
public func decideLeaving(given context: LeavingContext) throws(LeavingRejection) -> LeavingDecision? {
    guard !context.member.hasLeft else { return nil }
    guard context.member.held == .zero else { throw .holdsMustHaveEnded }
    // From here on it succeeds.
    var ledger = MemberLedger(context.member, lots: context.lots)
    let cancellations = context.codes.map { code in
        ledger.cancel(
            code.redemption, of: code.reward, uses: code.uses, by: context.program, in: context.calendar,
            at: context.now, actor: context.actor)
    }
    let lapse = ledger.lapseOfLeaving(at: context.now, recordedAt: context.now, by: context.actor)
    let (member, tierChange) = ledger.member.withoutGrant(given: context)
    var left = member
    left.leftAt = context.now
    return LeavingDecision(cancellations: cancellations, lapse: lapse, member: left, tierChange: tierChange)
}

extension Member {
    /// Whether the member has left the program, and not come back.
    public var hasLeft: Bool { leftAt != nil }

    /// The tier that the member is counted under; `nil` for who has left, who is not counted.
    public var countedTierKey: String? { hasLeft ? nil : tierKey }

    /// Makes somebody who has left a member again: with a debt where there was one, and with nothing else.
    public mutating func comeBack() { leftAt = nil }

    fileprivate func withoutGrant(given context: LeavingContext) -> (Member, TierChange?) {
        let today = context.calendar.day(of: context.now)
        do {
            let end = try decideGrantEnd(
                of: self, context.history, by: context.program?.tiers, on: today, at: context.now)
            return (end.member, end.tierChange)
        } catch {
            // There is none.
            return (self, nil)
        }
    }
}

extension MemberLedger {
    /// Books what is lost by leaving: all that is in the lots, pending points too.
    /// - Returns: `nil` where there is nothing.
    mutating func lapseOfLeaving(at occurredAt: Instant, recordedAt: Instant, by actor: String) -> Posting? {
        let uses = lots.filter { $0.remaining > .zero }.map {
            LotUse(lotSequence: $0.sequence, points: $0.remaining)
        }
        guard !uses.isEmpty else { return nil }
        let draft = EntryDraft(
            kind: .expired, reference: Entry.leavingReference, description: "Left the program", actor: actor,
            occurredAt: occurredAt, recordedAt: recordedAt, programVersion: nil)
        return lapse(uses, draft)
    }
}
