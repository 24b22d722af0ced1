import Loyalty
import Operations

/// How a member invites friends, and what came of it.
struct InvitePanel: Sendable {
    let link: String
    let lead: String
    let from: String
    let shareText: String
    let paid: String
    let waiting: String
    let earned: String

    init(_ invitations: Membership.Invitations, _ wording: Wording, publicURL: String) {
        let terms = invitations.terms
        link = "\(publicURL)/r/\(invitations.code)"
        lead = wording.words(
            "invite.lead",
            ["mine": wording.points(terms.referrerPoints), "theirs": wording.points(terms.refereePoints)])
        from = wording.invitationCondition(terms)
        shareText = wording.words("invite.share_text", ["theirs": wording.points(terms.refereePoints)])
        paid = wording.number(invitations.paidCount)
        waiting = wording.number(invitations.waitingCount)
        earned = wording.points(invitations.points)
    }
}

extension Wording {
    /// From which purchase on an invitation pays.
    func invitationCondition(_ terms: ReferralTerms) -> String {
        terms.minimumPurchase.minorUnits == 0
            ? words("invite.any_order")
            : words("invite.from", ["amount": money(terms.minimumPurchase)])
    }
}
