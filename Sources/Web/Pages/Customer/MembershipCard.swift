import Loyalty
import Operations

/// One membership as a card: the shop's colour, the tier as a metal edge, the balance large.
struct MembershipCard: Sendable {
    let path: String
    let shopName: String
    let accent: String
    /// The class that draws the tier's edge, and its name in words.
    let tierMark: String
    let tierName: String?
    let balance: String
    let isInDebt: Bool
    /// What the points buy now, such as `worth KSh 250.00 off`; `nil` where they buy no discount.
    let worth: String?
    /// How far it is to the next tier, 0 to 100, and what is still needed; `nil` at the top and without a program.
    let progress: String?
    let needed: String?
    let isOnTop: Bool
    /// What lapses next, and when; `nil` where nothing does.
    let expiring: String?
    /// How many codes wait to be used, and when the first ends; `nil` where there are none.
    let codes: String?
}

extension MembershipCard {
    init(_ card: WalletCard, _ wording: Wording) {
        self.init(card.view, worth: card.worth, wording, today: card.today, codes: card.codes(wording))
    }

    init(_ view: MemberView, worth: Money?, _ wording: Wording, today: Day, codes: String? = nil) {
        let needed = Money(minorUnits: view.progress.neededMinorUnits, view.shop.currency)
        let isRising = needed.minorUnits > 0
        self.init(
            path: shopPath(view.shop), shopName: view.shop.name, accent: Accent.name(of: view.shop),
            tierMark: "tier-\(view.tierRank)", tierName: view.tier?.name,
            balance: wording.number(view.member.balance.count), isInDebt: view.member.balance < .zero,
            worth: worth.map { wording.words("card.worth", ["amount": wording.money($0)]) },
            progress: isRising ? view.progress.percent.description : nil,
            needed: isRising ? wording.money(needed) : nil, isOnTop: view.tier != nil && !isRising,
            expiring: view.expiring.first.map { part in
                wording.words(
                    "card.expiring",
                    ["points": wording.points(part.points), "when": wording.coming(part.expiresOn, from: today)])
            }, codes: codes)
    }
}

extension WalletCard {
    fileprivate func codes(_ wording: Wording) -> String? {
        codeEndsOn.map { day in
            wording.words.count("card.codes", Int64(codeCount), ["when": wording.coming(day, from: today)])
        }
    }
}

/// Where a customer's membership in a shop is shown.
func shopPath(_ shop: Shop) -> String { "/loyalty/\(pathPart(shop.id.text))" }
