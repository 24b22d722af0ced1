import Loyalty
import Operations
import Storage

/// Everything of one membership: the card, what can be had, how it was earned, and what happened.
struct MembershipPage: Screen {
    static let template = "membership"

    let frame: Frame
    let card: MembershipCard
    /// What the till scans to find the member, and the same in letters.
    let memberQR: QRCode?
    let memberCode: String
    let standing: [String]
    let next: NextReward?
    let expiring: [ExpiringRow]
    let lifetime: String?
    let hasCodes: Bool
    let codes: [ReadyCode]
    let hasEndedCodes: Bool
    let endedCodes: [EndedCode]
    let offers: [OfferRow]
    let tiers: TierPanel?
    let earning: EarningPanel
    let invite: InvitePanel?
    let history: HistoryList

    init(
        _ membership: Membership, _ history: HistoryList, _ frame: Frame, _ wording: Wording, publicURL: String,
        once: String
    ) {
        let view = membership.view
        self.frame = frame
        card = MembershipCard(view, worth: membership.offers.worth, wording, today: membership.today)
        memberQR = QRCode("tuzo:member:\(view.member.referralCode)")
        memberCode = view.member.referralCode
        standing = MembershipPage.standing(of: view, wording)
        next = NextReward(membership.offers, wording)
        expiring = view.expiring.map { ExpiringRow($0, wording, today: membership.today) }
        lifetime = membership.program.map { wording.lifetime(of: $0.expiry) }
        codes = membership.codes.enumerated().compactMap { place, code in
            ReadyCode(code, place, membership, wording)
        }
        hasCodes = !codes.isEmpty
        endedCodes = membership.endedCodes.map { EndedCode($0, membership.zone, wording) }
        hasEndedCodes = !endedCodes.isEmpty
        offers = membership.offers.enumerated().map { place, offer in
            OfferRow(offer, in: view.shop, wording, once: "\(once).\(place)", dialog: "redeem-\(place)")
        }
        tiers = TierPanel(membership, wording)
        earning = EarningPanel(membership, wording)
        invite = membership.invitations.map { InvitePanel($0, wording, publicURL: publicURL) }
        self.history = history
    }

    /// What of the balance cannot be spent now, and why.
    private static func standing(of view: MemberView, _ wording: Wording) -> [String] {
        let parts: [(String, Points)] = [("card.pending", view.pending), ("card.held", view.member.held)]
        return parts.filter { $0.1 > .zero }.map { wording.words($0.0, ["points": wording.points($0.1)]) }
    }
}

/// The reward that comes next, and how far it is.
struct NextReward: Sendable {
    let name: String
    let percent: String
    let missing: String

    init?(_ offers: [RewardOffer], _ wording: Wording) {
        guard let next = offers.next else { return nil }
        name = next.reward.name
        percent = next.percent.description
        missing = wording.words("next.missing", ["points": wording.points(next.missing)])
    }
}

/// Points that lapse at the end of one day.
struct ExpiringRow: Sendable {
    let points: String
    let when: String
    /// The day itself, where `when` says only how far it is.
    let date: String?

    init(_ part: ExpiringPoints, _ wording: Wording, today: Day) {
        let (when, day) = (wording.coming(part.expiresOn, from: today), wording.day(part.expiresOn))
        points = wording.points(part.points)
        self.when = when
        date = when == day ? nil : day
    }
}

extension Wording {
    /// How long points are good for, in a sentence.
    func lifetime(of expiry: PointsExpiry) -> String {
        switch expiry {
        case .never: words("lifetime.never")
        case .daysAfterEarning(let days): words.count("lifetime.after_earning", Int64(days))
        case .daysWithoutActivity(let days): words.count("lifetime.without_activity", Int64(days))
        case .endOfCalendarYear: words("lifetime.end_of_year")
        }
    }

    /// `4 Nov 2026, 15:00`
    func moment(_ moment: Instant, in zone: Zone) -> String {
        let (hour, minute) = zone.clock(at: moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(zone.day(of: moment))), \(two(hour)):\(two(minute))"
    }
}
