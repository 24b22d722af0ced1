import Testing

@testable import Loyalty

@Suite struct ExplainRewardTests {
    private let now = noon(on: openingDay)

    @Test func `every rule is told, and the first that fails is the refusal`() {
        let seeker = RewardSeeker(tierKey: "bronze", available: Points(59), redemptionCount: 1)
        let reward = coffee { reward in
            reward.minimumTierKey = "gold"
            reward.totalAvailable = 3
            reward.limitPerCustomer = 1
        }
        let explanation = explainReward(reward, for: seeker, ladder: program().tiers.ladder, at: now)
        #expect(explanation.checks.map(\.holds) == [true, true, true, false, true, false, false])
        #expect(explanation.refusal == .tierMustBeReached(tierName: "Gold"))
        #expect(explanation.forCustomer == "You cannot have A cup of coffee now: Requires Gold tier or higher.")
        #expect(
            explanation.forOwner == "3 of 7 rules fail, and the first is told: tier_must_be_reached, "
                + "customer_limit_must_not_be_reached, balance_must_cover_cost.")
    }

    @Test func `a reward that can be had says so`() {
        let seeker = RewardSeeker(tierKey: "bronze", available: Points(60), redemptionCount: 0)
        let explanation = explainReward(coffee(), for: seeker, ladder: nil, at: now)
        #expect(explanation.refusal == nil && explanation.checks.allSatisfy(\.holds))
        #expect(explanation.forCustomer == "You can have A cup of coffee for 60 points.")
    }
}
