import Testing

@testable import Loyalty

@Suite struct OfferTests {
    @Test func `an offer tells what is missing, what is left, and how much of the cost is there`() {
        for row in rows(
            """
            available  cost  missing  left  percent
            0          60    60       0     0
            20         60    40       0     33.3
            59         60    1        0     98.3
            60         60    0        0     100
            100        60    0        40    100
            """
        ).dropFirst() {
            let offer = offer(coffee { $0.cost = points(row[1]) }, to: points(row[0]))
            #expect(offer.missing == points(row[2]), "\(row)")
            #expect(offer.left == points(row[3]), "\(row)")
            #expect(offer.percent.description == row[4], "\(row)")
            #expect((offer.refusal == nil) == (row[2] == "0"), "\(row)")
        }
    }

    @Test func `points are worth the largest discount that they buy now, and nothing without one`() {
        let discounts = [("50", 100), ("250", 400), ("900", 401)] as [(String, Int64)]
        let offers = discounts.map { amount, cost in
            offer(coffee { ($0.benefit, $0.cost) = (.discountFixed(money(amount)), Points(cost)) }, to: Points(400))
        }
        #expect(offers.worth == money("250"))
        #expect(offers.dropFirst(2).worth == nil)
        #expect([offer(coffee(), to: Points(400))].worth == nil)
        let closed = coffee { ($0.benefit, $0.isActive) = (.discountFixed(money("50")), false) }
        #expect([offer(closed, to: Points(400))].worth == nil)
    }

    @Test func `the next reward is the cheapest that nothing but points keeps away`() {
        let costs = [500, 300, 200, 40] as [Int64]
        let offers = costs.map { cost in
            offer(coffee { ($0.cost, $0.minimumTierKey) = (Points(cost), cost == 200 ? "gold" : "") }, to: Points(100))
        }
        #expect(offers.next?.reward.cost == Points(300))
        #expect(offers.next?.missing == Points(200))
        #expect(offers.suffix(2).next == nil)
    }

    @Test func `what is left in stock never falls below nothing`() {
        #expect(coffee().stockLeft == nil)
        #expect(coffee { ($0.totalAvailable, $0.redeemedCount) = (5, 3) }.stockLeft == 2)
        #expect(coffee { ($0.totalAvailable, $0.redeemedCount) = (5, 6) }.stockLeft == 0)
    }
}

private func points(_ text: some StringProtocol) -> Points { Points(Int64(text) ?? 0) }

private func offer(_ reward: Reward, to available: Points) -> RewardOffer {
    RewardOffer(
        of: reward, to: RewardSeeker(tierKey: "silver", available: available, redemptionCount: 0),
        ladder: standardLadder, at: instant("2026-11-02"))
}
