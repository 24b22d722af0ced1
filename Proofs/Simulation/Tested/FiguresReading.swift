import Loyalty
import Model
import Operations

// The model's words for accounts and rewards in the words of the product, and back.

extension Reward {
    init(of offer: Offer, id: Reward.ID, name: String) {
        let base = Reward(
            id: id, name: name, description: "", benefit: .freeProduct(name), cost: Points(offer.cost),
            minimumTierKey: "")
        self = base.following(offer)
    }

    func following(_ offer: Offer) -> Reward {
        var reward = self
        if let bonus = offer.bonus { reward.benefit = .bonusPoints(Points(bonus)) }
        reward.cost = Points(offer.cost)
        reward.minimumTierKey = offer.tier
        reward.isActive = offer.isActive
        reward.totalAvailable = offer.stock
        reward.limitPerCustomer = offer.limit
        reward.codeValidDays = offer.codeDays
        reward.onCodeExpiry = offer.isForfeited ? .forfeit : .giveBack
        return reward
    }
}

extension Figures {
    init(_ view: MemberView, _ lots: [Loyalty.Lot]) {
        self.init()
        balance = view.member.balance.count
        available = view.available.count
        pending = view.pending.count
        held = view.member.held.count
        earned = view.member.earned.count
        redeemed = view.member.redeemed.count
        expired = view.member.expired.count
        tier = view.tierKey
        spending = view.spending.minorUnits
        orders = view.member.orderCount
        hasLeft = view.member.hasLeft
        grant = view.grant.map { "\($0.tierKey) through \($0.lastDay.number)" } ?? ""
        self.lots = lots.sorted { $0.sequence < $1.sequence }.map { lot in
            Figures.Lot(
                order: lot.orderID?.text, availableAt: lot.availableAt.milliseconds,
                life: lot.life, left: lot.remaining.count)
        }
    }
}

extension Loyalty.Lot {
    fileprivate var life: String {
        if let expiresOn { return "to(\(expiresOn.number))" }
        return idleDays.map { "idle(\($0))" } ?? "ever"
    }
}
