import Loyalty
import Operations
import Storage

/// Puts the invitations of a shop into words.
struct ReferralListReader {
    let context: BackOfficeContext
    let wording: Wording
    let zone: Zone
    let today: Day
    private var words: Catalogue { wording.words }

    init(context: BackOfficeContext, wording: Wording, zone: Zone, today: Day) {
        self.context = context
        self.wording = wording
        self.zone = zone
        self.today = today
    }

    func page(
        _ frame: Frame, _ found: [ReferralDetails], _ choice: ReferralChoice, next: Referral.ID?, isFirst: Bool,
        figures: ReferralReport.Figures, program: Program?
    ) -> ReferralListPage {
        ReferralListPage(
            frame: frame, figures: self.figures(figures), terms: terms(program),
            termsPath: context.path(ReferralPath.terms), filters: filters(choice), rows: found.map(row),
            hasAny: figures.claimed > 0, allPath: context.path(ReferralPath.list),
            nextPath: next.map { context.path(ReferralPath.list, choice.query(after: $0)) },
            firstPath: isFirst ? nil : context.path(ReferralPath.list, choice.query()),
            exportPath: context.path("\(ReferralPath.list).csv", choice.query()))
    }

    private func terms(_ program: Program?) -> String {
        guard let program else { return words("referral.terms.no_program") }
        guard program.isActive, program.referral.isActive else { return words("referral.terms.off") }
        return words(
            "referral.terms.now",
            [
                "inviter": wording.points(program.referral.referrerPoints),
                "invited": wording.points(program.referral.refereePoints),
                "minimum": wording.money(program.referral.minimumPurchase),
            ])
    }

    private func figures(_ figures: ReferralReport.Figures) -> [ReferralListPage.Figure] {
        func share(_ part: Int64) -> [String: String] {
            ["share": wording.share(Int128(part), of: Int128(figures.claimed))]
        }
        return [
            figure("claimed", figures.claimed, words.count("referrals.claimed.note", figures.pending), nil),
            figure("paid", figures.paid, words("referrals.paid.note", share(figures.paid)), .state(.paid)),
            figure("points", figures.points.count, words("referrals.points.note"), nil),
            figure(
                "blocked", figures.blocked, words("referrals.blocked.note", share(figures.blocked)), .state(.blocked)),
        ]
    }

    private func figure(
        _ name: String, _ value: Int64, _ note: String, _ filter: ReferralFilter?
    ) -> ReferralListPage.Figure {
        ReferralListPage.Figure(
            label: words("referrals.\(name)"), value: wording.number(value), note: note,
            path: filter.map { context.path(ReferralPath.list, ReferralChoice($0).query()) })
    }

    private func filters(_ chosen: ReferralChoice) -> [PageLink] {
        ReferralChoice.all.map { choice in
            PageLink(
                path: context.path(ReferralPath.list, choice.query()),
                label: words("referral.filter.\(choice.name ?? "all")"), isHere: choice == chosen)
        }
    }

    private func row(_ details: ReferralDetails) -> ReferralListPage.Row {
        let referral = details.referral
        return ReferralListPage.Row(
            path: context.path("\(ReferralPath.list)/\(pathPart(referral.id.text))"), referee: details.refereeShown,
            referrer: details.referrerShown, referrerPath: context.memberPath(referral.referrerID),
            when: wording.past(zone.day(of: referral.claimedAt), from: today),
            state: ReferralStanding(referral, words), order: referral.firstOrder?.orderID.text ?? "–",
            points: wording.points(of: referral))
    }
}

extension ReferralDetails {
    /// What the one who invited is called: the id of somebody whose name is not known.
    var referrerShown: String { referrerName.isEmpty ? referral.referrerID.text : referrerName }
    /// What the one who was invited is called.
    var refereeShown: String { refereeName.isEmpty ? referral.refereeID.text : refereeName }
}
