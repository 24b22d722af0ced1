import Testing

@testable import Loyalty

@Suite struct TierExplanationTests {
    @Test func `every reason is told, with the days it lasts`() {
        let harder = TierPolicy(ladder: ladder("0 1000 5000 20000"), graceDays: 10)
        let edits = [EarlierTiers(policy: TierPolicy(ladder: standardLadder), lastDay: day("2026-06-30"))]
        for row in rows(
            """
            2026-06-29  reached_by_spending  silver  2028-01-10  2026-06-30
            2026-06-30  kept_after_edit      gold    2027-01-10  2027-01-01
            2027-01-05  kept_in_grace        gold    2027-01-10  2027-01-11
            2027-01-11  carried_over         silver  2028-01-10  2028-01-01
            2028-02-01  reached_by_spending  bronze  -           -
            """)
        {
            let version = ProgramVersion(
                number: 3, savedAt: noon(on: openingDay), author: "amina", program: program { $0.tiers = harder },
                earlierTiers: edits)
            let explanation = explainTier(
                of: member(), spending([("2026-03-10", "1500.00")]), under: version, on: day(row[0]))
            #expect(explanation.reason.rawValue == row[1], "\(row)")
            #expect(explanation.tier.key == row[2], "\(row)")
            #expect(explanation.heldThrough?.description ?? "-" == row[3], "\(row)")
            #expect(explanation.nextReview?.description ?? "-" == row[4], "\(row)")
        }
    }

    @Test func `a tier given by hand says so, and what would be held without it`() {
        var mia = member()
        mia.grant = TierGrant(tierKey: "platinum", grantedOn: openingDay, lastDay: day("2027-06-30"))
        let explanation = explainTier(
            of: mia, spending([("2026-03-10", "620.00")]), under: version(of: program()), on: openingDay)
        #expect(explanation.grounds.map(\.reason) == [.reachedBySpending, .granted])
        #expect(explanation.grounds.map(\.tier.key) == ["silver", "platinum"])
        #expect(explanation.heldThrough == day("2027-06-30"))
        #expect(explanation.nextTier == nil)
    }

    @Test func `one sentence is for the customer, one for the owner`() {
        let explanation = explainTier(
            of: member(), spending([("2026-03-10", "620.00")]), under: version(of: program()), on: openingDay)
        #expect(
            explanation.sentenceForCustomer
                == "You are Silver: your spending from 2026-01-01 to 2026-12-31 comes to 620.00, and Silver begins at "
                + "500.00. It stays through 2027-12-31, even if you spend nothing more. "
                + "Spend 880.00 more to reach Gold."
        )
        #expect(
            explanation.sentenceForOwner
                == "Silver under version 1: the member's spending from 2026-01-01 to 2026-12-31 comes to 620.00, and "
                + "Silver begins at 500.00. The period is calendar year, falls are by recompute; next review on "
                + "2027-01-01.")
    }

    @Test func `each period names the days that count`() {
        for row in rows(
            """
            calendar_year      2026-01-01  2026-12-31
            membership_year    2026-02-28  2027-02-27
            rolling_12_months  2025-11-03  2026-11-02
            lifetime           -           2026-11-02
            """)
        {
            let version = version(of: program { $0.tiers.period = TierPeriod(rawValue: row[0]) ?? .lifetime })
            let explanation = explainTier(
                of: member(joined: day("2024-02-29")), SpendingHistory(), under: version, on: openingDay)
            #expect([explanation.firstDay?.description ?? "-", explanation.lastDay.description] == Array(row[1...]))
        }
    }
}

private func ladder(_ thresholds: String) -> TierLadder {
    TierLadder(
        zip(standardLadder.tiers, thresholds.split(separator: " ")).map { tier, threshold in
            Tier(key: tier.key, name: tier.name, threshold: money(threshold), multiplier: .one, benefits: [])
        })
}
