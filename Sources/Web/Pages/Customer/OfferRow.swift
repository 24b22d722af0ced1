import Loyalty

/// A reward on the shelf, with why it cannot be had now, or what having it would mean.
struct OfferRow: Sendable {
    let rewardPath: String
    let name: String
    let about: String
    let benefit: String
    let cost: String
    let isReady: Bool
    /// Why it cannot be had; `nil` where it can.
    let reason: String?
    /// How much of the cost is there, 0 to 100, where nothing but points is missing.
    let covered: String?
    let stock: String?
    let dialog: String
    let confirmation: RedeemConfirmation

    init(_ offer: RewardOffer, in shop: Shop, _ wording: Wording, once: String, dialog: String) {
        rewardPath = "\(shopPath(shop))/rewards/\(pathPart(offer.reward.id.text))"
        name = offer.reward.name
        about = offer.reward.description
        benefit = wording.benefit(offer.reward.benefit)
        cost = wording.points(offer.reward.cost)
        isReady = offer.refusal == nil
        reason = offer.refusal.map { wording.reason($0, missing: offer.missing) }
        covered = offer.refusal == .balanceMustCoverCost ? offer.percent.description : nil
        stock = offer.reward.stockLeft.flatMap { left in
            (1...fewLeft).contains(left) ? wording.words.count("offer.stock", left) : nil
        }
        self.dialog = dialog
        confirmation = RedeemConfirmation(offer, wording, once: once)
    }
}

/// What is asked before a reward is redeemed, with what will be left afterwards.
struct RedeemConfirmation: Sendable {
    let question: String
    let price: String
    let left: String
    let terms: String
    let once: String

    init(_ offer: RewardOffer, _ wording: Wording, once: String) {
        let reward = offer.reward
        question = wording.words("redeem.question", ["reward": reward.name])
        price = wording.points(reward.cost)
        left = wording.points(offer.left)
        terms =
            wording.words.count("redeem.days", Int64(reward.codeValidDays)) + " "
            + wording.words("codes.unused.\(reward.onCodeExpiry.rawValue)")
        self.once = once
    }
}

/// From how many on it is said how many there are.
private let fewLeft: Int64 = 20

extension Wording {
    /// Why a reward cannot be had, in a few friendly words.
    func reason(_ refusal: RedemptionRejection, missing: Points) -> String {
        switch refusal {
        case .balanceMustCoverCost: words("offer.missing", ["points": points(missing)])
        case .tierMustBeReached(let tier): words("offer.tier", ["tier": tier])
        default: words.text("rule.\(refusal.code)") ?? refusal.sentence
        }
    }

    /// What a reward gives, in a few words.
    func benefit(_ benefit: RewardBenefit) -> String {
        switch benefit {
        case .discountPercentage(let rate): words("benefit.percentage", ["percent": rate.description])
        case .discountFixed(let amount): words("benefit.fixed", ["amount": money(amount)])
        case .freeShipping: words("benefit.shipping")
        case .freeProduct: words("benefit.product")
        case .freeService: words("benefit.service")
        case .bonusPoints(let bonus): words("benefit.bonus", ["points": points(bonus)])
        }
    }
}
