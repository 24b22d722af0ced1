import Loyalty
import Operations

/// The owner's forms on the page of a member: points, and tiers given by hand.
struct MemberDesk {
    private let sheet: MemberSheet
    private let context: BackOfficeContext
    private let wording: Wording
    private var words: Catalogue { wording.words }
    private var view: MemberView { sheet.view }

    init(_ sheet: MemberSheet, _ context: BackOfficeContext, _ wording: Wording) {
        self.sheet = sheet
        self.context = context
        self.wording = wording
    }

    func desk(_ forms: MemberForms, once: String) -> MemberPage.Desk {
        let (adjustment, grant) = (forms.adjustment, forms.grant)
        var endFault: String?
        if case .grantEnd? = forms.attempt { endFault = forms.fault }
        return MemberPage.Desk(
            once: once, adjustPath: path("adjustments"), isTaking: adjustment?["direction"] == "take",
            points: Field(
                "points", words("member.adjust.points"), value: adjustment?["points"] ?? "",
                fault: adjustment.flatMap { _ in forms.fault(at: "points") }, keyboard: "numeric"),
            reason: Field(
                "reason", words("member.adjust.reason"), value: adjustment?["reason"] ?? "",
                hint: words("member.adjust.reason.hint"),
                fault: adjustment.flatMap { _ in forms.fault(at: "reason") }),
            adjustFault: adjustment.flatMap { _ in forms.faultElsewhere(than: ["points", "reason"]) },
            grantPath: path("grants"), tiers: tiers(grant?["tier"]),
            tierFault: grant.flatMap { _ in forms.fault(at: "tier") }, through: grant?["through"] ?? "",
            throughFault: grant.flatMap { _ in forms.fault(at: "through") },
            grantReason: Field(
                "reason_for_tier", words("member.grant.reason"), value: grant?["reason_for_tier"] ?? "",
                fault: grant.flatMap { _ in forms.fault(at: "reason") }),
            grantFault: grant.flatMap { _ in forms.faultElsewhere(than: ["tier", "through", "reason"]) },
            grant: given, grantEndPath: path("grants/end"), endFault: endFault, hasTiers: view.ladder != nil,
            isAdjusting: adjustment != nil, isGranting: grant != nil || endFault != nil)
    }

    private func tiers(_ chosen: String?) -> [Option] {
        (view.ladder?.tiers ?? []).map { tier in
            Option(value: tier.key, label: tier.name, isChosen: tier.key == chosen)
        }
    }

    private var given: String? {
        view.grant.map { grant in
            let name = view.ladder?.tiers.first { $0.key == grant.tierKey }?.name ?? grant.tierKey
            return words("member.grant.given", ["tier": name, "day": wording.day(grant.lastDay)])
        }
    }

    private func path(_ part: String) -> String {
        context.path("\(BackOfficePlace.members.path)/\(pathPart(view.member.customerID.text))/\(part)")
    }
}
