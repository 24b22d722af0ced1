public import ExactJSON
public import Loyalty

extension Program {
    /// Writes all settings as members of an object that the caller has opened.
    public func writeSettings(to json: inout JSONWriter) {
        json.field("name", name)
        json.field("description", description)
        json.field("is_active", isActive)
        json.field("points_per_unit", pointsPerUnit)
        json.field("minimum_spend", minimumSpend)
        json.field("earning_basis", earningBasis.rawValue)
        json.field("earns_on", earnsOn.rawValue)
        json.field("rounding", rounding.rawValue)
        json.field("pending_days", pendingDays)
        json.field("expiry") { json in expiry.write(to: &json) }
        tiers.write(to: &json)
        json.field("debt_policy", debtPolicy.rawValue)
        json.field("code_valid_days", codeValidDays)
        json.field("referral") { json in referral.write(to: &json) }
        json.field("bonuses") { json in bonuses.write(to: &json) }
    }
}

extension PointsExpiry {
    fileprivate func write(to json: inout JSONWriter) {
        let (kind, days): (ExpiryKind, Int?) =
            switch self {
            case .never: (.never, nil)
            case .daysAfterEarning(let days): (.daysAfterEarning, days)
            case .daysWithoutActivity(let days): (.daysWithoutActivity, days)
            case .endOfCalendarYear: (.endOfCalendarYear, nil)
            }
        json.field("policy", kind.rawValue)
        json.field("days", days)
    }
}

extension TierPolicy {
    /// Writes what decides tiers as members of an object that the caller has opened.
    func write(to json: inout JSONWriter) {
        json.array("tiers", ladder.tiers) { json, tier in
            json.object { json in tier.write(to: &json) }
        }
        json.field("tier_period", period.rawValue)
        json.field("fall_policy", fall.rawValue)
        json.field("grace_days", graceDays)
    }
}

extension Tier {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("key", key)
        json.field("name", name)
        json.field("threshold", threshold)
        json.field("multiplier", multiplier)
        json.field("benefits", benefits)
    }
}

extension ReferralTerms {
    public func write(to json: inout JSONWriter) {
        json.field("is_active", isActive)
        json.field("referrer_reward_points", referrerPoints)
        json.field("referee_reward_points", refereePoints)
        json.field("minimum_purchase_amount", minimumPurchase)
    }
}
