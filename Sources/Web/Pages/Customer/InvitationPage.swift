import Loyalty
import Operations

/// An invitation, as the invited friend sees it. There are several where two shops happen to have the same code.
struct InvitationPage: Screen {
    static let template = "invitation"

    let frame: Frame
    /// Why it was not accepted just now; `nil` at first.
    let fault: String?
    let invitations: [InvitationCard]
    /// The style sheets of the colours that the shops chose.
    let sheets: [String]

    init(frame: Frame, fault: String?, invitations: [InvitationCard]) {
        self.frame = frame
        self.fault = fault
        self.invitations = invitations
        sheets = Accent.sheets(of: invitations.map(\.invitationAccent))
    }
}

/// The invitation to one shop.
struct InvitationCard: Sendable {
    let invitationPath: String
    let shopID: String
    let shopName: String
    let invitationAccent: String
    let headline: String
    let offer: String?
    let condition: String?
    /// Why there is nothing to accept: it is the visitor's own, was accepted, or the shop takes none.
    let remark: String?
    let shopLink: String?
    let canAccept: Bool
    /// Where to sign in first; `nil` for who is signed in, and where there is nothing to accept.
    let signInPath: String?
    let once: String

    init(_ invitation: Invitation, _ path: String, isSignedIn: Bool, _ wording: Wording, once: String) {
        let words = wording.words
        let friend = invitation.friendName.isEmpty ? words("invited.somebody") : invitation.friendName
        (invitationPath, self.once) = (path, once)
        shopID = invitation.shop.id.text
        shopName = invitation.shop.name
        invitationAccent = Accent.name(of: invitation.shop)
        headline = words("invited.by", ["friend": friend, "shop": invitation.shop.name])
        offer = invitation.terms.map { terms in
            words(
                "invited.offer",
                [
                    "mine": wording.points(terms.refereePoints), "theirs": wording.points(terms.referrerPoints),
                    "friend": friend,
                ])
        }
        condition = invitation.terms.map(wording.acceptanceCondition)
        let isOpen = invitation.standing == .open && invitation.terms != nil
        remark = isOpen ? nil : words(invitation.remark)
        shopLink = invitation.standing.isMember ? shopPath(invitation.shop) : nil
        canAccept = isOpen && isSignedIn
        signInPath = isOpen && !isSignedIn ? "/login?next=\(pathPart(path))" : nil
    }
}

extension Wording {
    /// From which purchase on an invitation pays, said to the one who is invited.
    fileprivate func acceptanceCondition(_ terms: ReferralTerms) -> String {
        terms.minimumPurchase.minorUnits == 0
            ? words("invited.any_order")
            : words("invited.from", ["amount": money(terms.minimumPurchase)])
    }
}

extension Invitation {
    /// The words for an invitation that cannot be accepted.
    fileprivate var remark: String {
        switch standing {
        case .own: "invited.own"
        case .claimed(let state): "invited.state.\(state.rawValue)"
        case .open: "invited.closed"
        }
    }
}

extension Invitation.Standing {
    fileprivate var isMember: Bool { self != .open }
}
