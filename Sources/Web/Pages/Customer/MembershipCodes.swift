import Loyalty
import Operations

/// A code that is good, to be shown at the till.
struct ReadyCode: Sendable {
    let rewardName: String
    let code: String
    let codeQR: QRCode?
    /// Names the code in the page.
    let codeID: String
    let endsAt: String
    let ends: String
    let left: String
    let unused: String

    /// - Returns: `nil` where the code cannot be opened.
    init?(_ details: RedemptionDetails, _ place: Int, _ membership: Membership, _ wording: Wording) {
        guard let code = details.code else { return nil }
        let ends = details.redemption.expiresAt
        rewardName = details.reward.name
        self.code = code.grouped
        codeQR = QRCode(code.grouped)
        codeID = "code-\(place)"
        endsAt = ends.description
        self.ends = wording.moment(ends, in: membership.zone)
        left = wording.coming(membership.zone.day(of: ends), from: membership.today)
        unused = wording.words("codes.unused.\(details.redemption.onCodeExpiry.rawValue)")
    }
}

/// A code that was used, cancelled, or not used in time.
struct EndedCode: Sendable {
    let endedName: String
    /// In words, and as a class that adds a colour to them.
    let state: String
    let stateMark: String
    let endedWhen: String

    init(_ details: RedemptionDetails, _ zone: Zone, _ wording: Wording) {
        endedName = details.reward.name
        state = wording.words("codes.state.\(details.status.rawValue)")
        stateMark = details.status == .redeemed ? "good" : "quiet"
        let moment =
            switch details.redemption.outcome {
            case .used(let at, _, _), .cancelled(let at, _), .expired(let at): at
            case nil: details.redemption.expiresAt
            }
        endedWhen = wording.day(zone.day(of: moment))
    }
}
