/// What one side of a referral has been paid, and what could not be taken back from it.
public struct ReferralShare: Hashable, Sendable {
    /// Points posted so far: the sum of all entries of this referral in the member's ledger.
    public private(set) var posted: Points
    /// What claw-backs could not take under the policy `within_balance`; a later payment is set off against it.
    public private(set) var shortfall: Points
    /// The lot that the last payment opened: a claw-back takes from it first.
    public private(set) var lotSequence: Int64?

    public init(posted: Points = .zero, shortfall: Points = .zero, lotSequence: Int64? = nil) {
        self.posted = posted
        self.shortfall = shortfall
        self.lotSequence = lotSequence
    }

    /// Posts the difference to what this side deserved before, as a payment or as a claw-back.
    mutating func settle(
        at deserved: Points, as side: ReferralSide, of referral: Referral, on ledger: inout MemberLedger,
        given context: ReferralContext
    ) -> Posting? {
        let difference = deserved - (posted - shortfall)
        if difference < .zero { return takeBack(-difference, as: side, of: referral, on: &ledger, given: context) }
        let setOff = min(difference, shortfall)
        shortfall -= setOff
        guard difference > setOff else { return nil }
        let posting = ledger.credit(
            difference - setOff, draft(.earnedReferral, side.thanks, of: referral, given: context),
            LotTerms(availableAt: context.now, earnedOn: context.today, by: referral.terms))
        posted += posting.entry.points
        lotSequence = posting.entry.sequence
        return posting
    }

    private mutating func takeBack(
        _ points: Points, as side: ReferralSide, of referral: Referral, on ledger: inout MemberLedger,
        given context: ReferralContext
    ) -> Posting {
        let posting = ledger.takeBack(
            points, from: { $0.sequence == lotSequence }, referral.terms.program.debtPolicy,
            draft(.reversedReferral, "Taken back: \(side.thanks)", of: referral, given: context))
        posted += posting.entry.points
        shortfall += posting.shortfall
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
