import Loyalty
import Testing

struct RewardConcernTests {
    private let now = Instant(milliseconds: 1_000_000_000_000)

    @Test(
        arguments: [
            (nil, 5, nil), (100, 89, nil), (100, 90, .almostSoldOut(10)), (100, 99, .almostSoldOut(1)),
            (100, 100, .soldOut),
            (3, 2, nil), (0, 0, .soldOut), (5, 7, .soldOut), (.max, 0, nil), (.max, .max - 1, .almostSoldOut(1)),
        ] as [(Int64?, Int64, RewardConcern?)])
    func `a reward that runs out is told of in time`(available: Int64?, redeemed: Int64, concern: RewardConcern?) {
        #expect(reward(available: available, redeemed: redeemed).concern(at: now) == concern)
    }

    @Test func `a reward that ends within two weeks is told of, a later one is not`() {
        let end = now.adding(days: 14)
        #expect(reward(until: end).concern(at: now) == .ending(end))
        #expect(reward(until: end.adding(seconds: 1)).concern(at: now) == nil)
        #expect(reward(available: 1, redeemed: 1, until: end).concern(at: now) == .soldOut)
    }

    @Test func `a reward that is off the shelf is nobody's concern`() {
        #expect(reward(available: 0, isActive: false).concern(at: now) == nil)
        #expect(reward(available: 0, until: now.adding(days: -1)).concern(at: now) == nil)
    }

    private func reward(
        available: Int64? = nil, redeemed: Int64 = 0, until: Instant? = nil, isActive: Bool = true
    ) -> Reward {
        Reward(
            id: Identifier(trusted: "coffee"), name: "Coffee", description: "", benefit: .freeProduct("Coffee"),
            cost: Points(50), minimumTierKey: "", isActive: isActive, totalAvailable: available, validUntil: until,
            redeemedCount: redeemed)
    }
}
