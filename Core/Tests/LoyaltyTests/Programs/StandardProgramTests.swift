import Testing

@testable import Loyalty

@Suite struct StandardProgramTests {
    @Test func `the standard program is the one that SEMANTICS gives`() {
        let standard = Program.standard(in: kes)
        #expect(standard.isActive)
        #expect(standard.pointsPerUnit == .one)
        #expect(standard.minimumSpend == money("0"))
        #expect(standard.earningBasis == .orderTotal)
        #expect(standard.earnsOn == .delivery)
        #expect(standard.rounding == .down)
        #expect(standard.pendingDays == 0)
        #expect(standard.expiry == .daysAfterEarning(365))
        #expect(standard.debtPolicy == .debt)
        #expect(standard.tiers.period == .calendarYear)
        #expect(standard.tiers.fall == .recompute)
        #expect(standard.tiers.graceDays == 0)
    }

    @Test(arguments: ["JPY", "KES", "KWD", "CLF"])
    func `its tiers and its referral are in whole units of any currency`(code: String) {
        let currency = currency(code)
        let standard = Program.standard(in: currency)
        let expected = rows(
            """
            bronze    Bronze    0     1
            silver    Silver    500   1.25
            gold      Gold      1500  1.5
            platinum  Platinum  5000  2
            """)
        #expect(standard.tiers.ladder.tiers.count == expected.count)
        for (tier, row) in zip(standard.tiers.ladder.tiers, expected) {
            #expect([tier.key, tier.name] == [row[0], row[1]])
            #expect(tier.threshold == money(row[2], currency))
            #expect(tier.multiplier == rate(row[3]))
        }
        let terms = ReferralTerms(
            isActive: true, referrerPoints: Points(100), refereePoints: Points(50),
            minimumPurchase: money("25", currency))
        #expect(standard.referral == terms)
    }

    @Test(arguments: ["JPY", "KES", "KWD", "CLF"])
    func `it can be saved as it is`(code: String) throws {
        try validateProgram(.standard(in: currency(code)))
    }
}
