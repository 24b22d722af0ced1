import Loyalty

/// How an invitation stands, in words.
struct ReferralStanding: Sendable {
    let word: String
    let tone: String
    /// Why it waits for the owner, or was refused; `nil` where there is nothing to say.
    let why: String?

    init(_ referral: Referral, _ words: Catalogue) {
        let name = referral.wasTakenBack && referral.state == .pending ? "taken_back" : referral.state.rawValue
        word = words("referral.state.\(name)")
        tone =
            switch referral.state {
            case .paid: "good"
            case .blocked: "warn"
            case .rejected: "bad"
            case .pending: ""
            }
        why =
            switch referral.state {
            case .blocked: referral.blockReason.map { words("referral.why.\($0.rawValue)") }
            case .rejected where referral.wasTakenBack: words("referral.why.taken_back")
            default: nil
            }
    }
}

extension Wording {
    /// What both sides got, or what they are to get.
    func points(of referral: Referral) -> String {
        let terms = referral.terms.program.referral
        switch referral.state {
        case .paid:
            return words(
                "referral.both",
                [
                    "inviter": number(referral.referrerShare.posted.count),
                    "invited": number(referral.refereeShare.posted.count),
                ])
        case .pending, .blocked:
            return words(
                "referral.to_come",
                ["inviter": number(terms.referrerPoints.count), "invited": number(terms.refereePoints.count)])
        case .rejected: return "–"
        }
    }
}
