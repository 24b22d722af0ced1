import Testing

@testable import Loyalty

@Suite struct AvailabilityTests {
    /// From the first reason to the last, as SEMANTICS orders them, each with a way to bring it about.
    private let reasons: [(rejection: RedemptionRejection, cause: @Sendable (inout Reward) -> Void)] = [
        (.rewardMustBeActive, { $0.isActive = false }),
        (.rewardMustHaveBegun, { $0.validFrom = noon(on: openingDay + 1) }),
        (.rewardMustNotHaveExpired, { $0.validUntil = noon(on: openingDay - 1) }),
        (.tierMustBeReached(tierName: "Gold"), { $0.minimumTierKey = "gold" }),
        (.stockMustRemain, { $0.totalAvailable = 5 }),
        (.customerLimitMustNotBeReached, { $0.limitPerCustomer = 2 }),
        (.balanceMustCoverCost, { $0.cost = Points(101) }),
    ]

    @Test func `the first reason that fails is the one that is told, whatever comes after it`() {
        for first in reasons.indices {
            let all = coffee { reward in
                reward.redeemedCount = 5
                for reason in reasons[first...] { reason.cause(&reward) }
            }
            #expect(refusal(all) == reasons[first].rejection)
            let alone = coffee { reward in
                reward.redeemedCount = 5
                reasons[first].cause(&reward)
            }
            #expect(refusal(alone) == reasons[first].rejection)
        }
        #expect(refusal(coffee()) == nil)
    }

    @Test func `the words are stable`() {
        let sentences = [
            "Reward is not active", "Reward is not yet available", "Reward has expired",
            "Requires Gold tier or higher", "Reward is out of stock", "Maximum redemptions reached for this customer",
            "Insufficient points",
        ]
        #expect(reasons.map(\.rejection.sentence) == sentences)
        #expect(Reward.availableSentence == "Available")
    }

    @Test func `the window of validity opens and closes to the moment`() {
        let reward = coffee { reward in
            reward.validFrom = instant("2026-11-01T00:00:00Z")
            reward.validUntil = instant("2026-12-01T00:00:00Z")
        }
        #expect(refusal(reward, at: "2026-10-31T23:59:59.999Z") == .rewardMustHaveBegun)
        #expect(refusal(reward, at: "2026-11-01T00:00:00Z") == nil)
        #expect(refusal(reward, at: "2026-11-30T23:59:59.999Z") == nil)
        #expect(refusal(reward, at: "2026-12-01T00:00:00.001Z") == .rewardMustNotHaveExpired)
    }

    @Test func `a tier opens what asks for it or for a lower one`() {
        for row in rows(
            """
            asks for  bronze  silver  gold  platinum
            -         yes     yes     yes   yes
            bronze    yes     yes     yes   yes
            silver    no      yes     yes   yes
            gold      no      no      yes   yes
            platinum  no      no      no    yes
            diamond   no      no      no    no
            """
        ).dropFirst() {
            let reward = coffee { $0.minimumTierKey = row[0] == "-" ? "" : row[0] }
            for (tier, expected) in zip(["bronze", "silver", "gold", "platinum"], row[1...]) {
                #expect((refusal(reward, tier: tier) == nil) == (expected == "yes"), "\(row[0]) for \(tier)")
            }
        }
    }

    @Test func `a tier that the ladder has no more is named by its key`() {
        let reward = coffee { $0.minimumTierKey = "gold_plus" }
        #expect(refusal(reward)?.sentence == "Requires Gold Plus tier or higher")
    }

    @Test func `stock, limit and balance are counted to the last one`() {
        for (count, isLeft) in [(0, true), (4, true), (5, false), (6, false)] as [(Int64, Bool)] {
            let reward = coffee { reward in
                reward.totalAvailable = 5
                reward.redeemedCount = count
            }
            #expect((refusal(reward) == nil) == isLeft, "\(count) of 5")
        }
        #expect(refusal(coffee { $0.totalAvailable = 0 }) == .stockMustRemain)
        #expect(refusal(coffee { $0.redeemedCount = 1_000_000 }) == nil, "no total: unlimited")
        #expect(refusal(coffee { $0.limitPerCustomer = 3 }) == nil, "two of three")
        #expect(refusal(coffee { $0.cost = Points(100) }) == nil)
        #expect(refusal(coffee { $0.cost = Points(101) }) == .balanceMustCoverCost)
    }
}

/// Mia has a hundred points, and had the reward twice.
private func refusal(
    _ reward: Reward, tier: String = "silver", at time: String = "2026-11-02"
) -> RedemptionRejection? {
    let seeker = RewardSeeker(tierKey: tier, available: Points(100), redemptionCount: 2)
    return reward.refusal(of: seeker, ladder: standardLadder, at: instant(time))
}
