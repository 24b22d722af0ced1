import Loyalty
import Operations

/// All memberships of a customer, each as a card.
struct WalletPage: Screen {
    static let template = "wallet"

    let frame: Frame
    let cards: [MembershipCard]
}

/// One membership: the shop's colour, the tier as a metal edge, the balance large.
struct MembershipCard: Sendable {
    let path: String
    let shopName: String
    let accent: String
    /// The class that draws the tier's edge, and its name in words.
    let tierMark: String
    let tierName: String?
    let balance: String
    let isInDebt: Bool
    /// How far it is to the next tier, 0 to 100, and what is still needed; `nil` at the top and without a program.
    let progress: String?
    let needed: String?
    /// What lapses next, and when; `nil` where nothing does.
    let expiring: String?

    init(_ view: MemberView, _ wording: Wording, today: Day) {
        path = "/loyalty/\(pathPart(view.shop.id.text))"
        shopName = view.shop.name
        accent = Accent.name(of: view.shop)
        tierMark = "tier-\(view.tierRank)"
        tierName = view.tier?.name
        balance = wording.number(view.member.balance.count)
        isInDebt = view.member.balance < .zero
        let isRising = view.progress.neededMinorUnits > 0
        progress = isRising ? view.progress.percent.description : nil
        needed = isRising ? wording.money(Money(minorUnits: view.progress.neededMinorUnits, view.shop.currency)) : nil
        expiring = view.expiring.first.map { part in
            wording.words(
                "card.expiring",
                ["points": wording.points(part.points), "when": wording.coming(part.expiresOn, from: today)])
        }
    }
}
