/// What one side of a referral has been paid, and what could not be taken back from it.
public struct ReferralShare: Hashable, Sendable {
    private var settlement: Settlement
    /// The lot that the last payment opened: a claw-back takes from it first.
    public private(set) var lotSequence: Int64?

    public init(posted: Points = .zero, shortfall: Points = .zero, lotSequence: Int64? = nil) {
        settlement = Settlement(posted: posted, shortfall: shortfall)
        self.lotSequence = lotSequence
    }

    /// Points posted so far: the sum of all entries of this referral in the member's ledger.
    public var posted: Points { settlement.posted }
    /// What claw-backs could not take under the policy `within_balance`.
    public var shortfall: Points { settlement.shortfall }

    /// Posts the difference to what this side deserved before, as a payment or as a claw-back.
    mutating func settle(
        at deserved: Points, as side: ReferralSide, of referral: Referral, on ledger: inout MemberLedger,
        given context: ReferralContext
    ) -> Posting? {
        let due = settlement.due(for: deserved)
        guard due != .zero else { return nil }
        let posting: Posting
        if due > .zero {
            posting = ledger.credit(
                due, draft(.earnedReferral, side.thanks, of: referral, given: context),
                LotTerms(availableAt: context.now, earnedOn: context.today, by: referral.terms))
            lotSequence = posting.entry.sequence
        } else {
            posting = ledger.takeBack(
                -due, from: { $0.sequence == lotSequence }, referral.terms.program.debtPolicy,
                draft(.reversedReferral, "Taken back: \(side.thanks)", of: referral, given: context))
        }
        settlement.add(posting)
        return posting
    }

    private func draft(
        _ kind: EntryKind, _ description: String, of referral: Referral, given context: ReferralContext
    ) -> EntryDraft {
        EntryDraft(
            kind: kind, reference: referral.id.text, description: description, actor: context.actor,
            occurredAt: context.now, recordedAt: context.now, programVersion: referral.terms.number)
    }
}

/// The two sides of a referral. What a member's history says of it tells nothing of the other person.
enum ReferralSide {
    case referrer
    case referee

    func points(by terms: ReferralTerms) -> Points {
        switch self {
        case .referrer: terms.referrerPoints
        case .referee: terms.refereePoints
        }
    }

    fileprivate var thanks: String {
        switch self {
        case .referrer: "You invited a friend"
        case .referee: "A friend invited you"
        }
    }
}
