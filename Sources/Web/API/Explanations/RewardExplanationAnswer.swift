import ExactJSON
import Loyalty
import Operations

/// Every rule of a reward's availability, with what it looked at.
struct RewardExplanationAnswer: JSONWritable {
    private let explanation: RewardExplanation
    private let now: Instant

    init(_ explained: ExplainRewards.Explained) {
        explanation = explained.explanation
        now = explained.now
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("reward_id", explanation.reward.id)
            json.field("is_available", explanation.refusal == nil)
            json.field("first_refusal", explanation.refusal?.code)
            json.field("availability_message", explanation.refusal?.sentence ?? Reward.availableSentence)
            json.field("for_customer", explanation.forCustomer)
            json.field("for_owner", explanation.forOwner)
            json.array("rules", explanation.checks) { json, check in
                json.object { json in
                    json.field("code", check.rejection.code)
                    json.field("holds", check.holds)
                    json.field("inputs") { json in write(inputsOf: check.rejection, to: &json) }
                }
            }
        }
    }

    private func write(inputsOf rule: RedemptionRejection, to json: inout JSONWriter) {
        let (reward, seeker) = (explanation.reward, explanation.seeker)
        switch rule {
        case .rewardMustBeActive: json.field("is_active", reward.isActive)
        case .rewardMustHaveBegun:
            json.field("valid_from", reward.validFrom)
            json.field("now", now)
        case .rewardMustNotHaveExpired:
            json.field("valid_until", reward.validUntil)
            json.field("now", now)
        case .tierMustBeReached:
            json.field("minimum_tier_required", reward.minimumTierKey)
            json.field("current_tier", seeker.tierKey)
        case .stockMustRemain:
            json.field("total_available", reward.totalAvailable)
            json.field("redeemed_count", reward.redeemedCount)
        case .customerLimitMustNotBeReached:
            json.field("max_redemptions_per_customer", reward.limitPerCustomer)
            json.field("redemption_count", seeker.redemptionCount)
        case .balanceMustCoverCost:
            json.field("points_cost", reward.cost)
            json.field("points_available", seeker.available)
        }
    }
}
