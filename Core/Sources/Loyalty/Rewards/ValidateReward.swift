extension Reward {
    static let codeDaysMax = 3_650
}

/// Checks that a reward can be offered.
/// - Parameter held: What it is to replace. Off the shelf, it may go on asking for a tier that the program has no more.
/// - Throws: ``RewardRejection`` for the first rule that is broken, in the order of the lines below.
public func validateReward(
    _ reward: Reward, replacing held: Reward? = nil, ladder: TierLadder?
) throws(RewardRejection) {
    guard !reward.name.isBlank else { throw RewardRejection(.nameMustNotBeEmpty, field: "name") }
    guard reward.cost.count >= 1 else { throw RewardRejection(.costMustBeAtLeastOne, field: "points_cost") }
    guard reward.cost <= .limit else { throw RewardRejection(.costMustBeBelowTheLimit, field: "points_cost") }
    let tier = reward.minimumTierKey
    let mayBeGone = !reward.isActive && tier == held?.minimumTierKey
    guard tier.isEmpty || mayBeGone || ladder?.rank(of: tier) != nil else {
        throw RewardRejection(.tierMustExist, field: "minimum_tier_required")
    }
    guard reward.totalAvailable ?? 0 >= 0 else {
        throw RewardRejection(.stockMustNotBeNegative, field: "total_available")
    }
    guard reward.limitPerCustomer ?? 1 >= 1 else {
        throw RewardRejection(.limitMustBeAtLeastOne, field: "max_redemptions_per_customer")
    }
    if let from = reward.validFrom, let until = reward.validUntil {
        guard from < until else { throw RewardRejection(.validityMustEndAfterItBegins, field: "valid_until") }
    }
    guard (1...Reward.codeDaysMax).contains(reward.codeValidDays) else {
        throw RewardRejection(.codeDaysMustBeInRange, field: "code_valid_days")
    }
    try validateBenefit(reward.benefit)
}

private func validateBenefit(_ benefit: RewardBenefit) throws(RewardRejection) {
    switch benefit {
    case .discountPercentage(let rate):
        guard rate > .zero, rate.tenThousandths <= 1_000_000 else {
            throw RewardRejection(.percentageMustBeInRange, field: "discount_percentage")
        }
    case .discountFixed(let amount):
        guard amount.minorUnits > 0 else { throw RewardRejection(.discountMustBeAboveZero, field: "discount_amount") }
    case .freeProduct(let name):
        guard !name.isEmpty else { throw RewardRejection(.benefitMustBeNamed, field: "product") }
    case .freeService(let name):
        guard !name.isEmpty else { throw RewardRejection(.benefitMustBeNamed, field: "service") }
    case .bonusPoints(let points):
        guard (Points(1)...Points.limit).contains(points) else {
            throw RewardRejection(.bonusMustBeInRange, field: "bonus_points")
        }
    case .freeShipping: break
    }
}
