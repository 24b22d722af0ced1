public import ExactJSON
public import Loyalty
import Storage

extension Reward: JSONWritable {
    /// Writes the reward as its owner sees it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            writeTerms(to: &json)
            json.field("redeemed_count", redeemedCount)
        }
    }

    /// Everything that its owner sets, as JSON: rewards with the same text are offered on the same terms.
    public var termsText: String { RewardTerms(reward: self).jsonText }

    fileprivate func writeTerms(to json: inout JSONWriter) {
        json.field("name", name)
        json.field("description", description)
        json.field("reward_type", RewardType(benefit).rawValue)
        benefit.writeFields(to: &json)
        json.field("points_cost", cost)
        json.field("minimum_tier_required", minimumTierKey)
        json.field("is_active", isActive)
        json.field("total_available", totalAvailable)
        json.field("max_redemptions_per_customer", limitPerCustomer)
        json.field("valid_from", validFrom)
        json.field("valid_until", validUntil)
        json.field("code_valid_days", codeValidDays)
        json.field("on_code_expiry", onCodeExpiry.rawValue)
    }
}

private struct RewardTerms: JSONWritable {
    let reward: Reward

    func write(to json: inout JSONWriter) { json.object { json in reward.writeTerms(to: &json) } }
}

extension RewardBenefit {
    /// Writes the one field that goes with the type.
    fileprivate func writeFields(to json: inout JSONWriter) {
        switch self {
        case .discountPercentage(let rate): json.field("discount_percentage", rate)
        case .discountFixed(let amount): json.field("discount_amount", amount)
        case .freeProduct(let product): json.field("product", product)
        case .freeService(let service): json.field("service", service)
        case .bonusPoints(let points): json.field("bonus_points", points)
        case .freeShipping: break
        }
    }
}
