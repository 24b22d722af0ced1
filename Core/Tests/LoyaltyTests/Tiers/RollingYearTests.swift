import Testing

@testable import Loyalty

@Suite struct RollingYearTests {
    @Test func `spending drops out after 365 days, but the tier falls on the next review day only`() throws {
        let policy = TierPolicy(ladder: standardLadder, period: .rolling12Months)
        let history = spending([("2025-03-10", "1500.00")])
        for row in rows(
            """
            2025-03-09  0        bronze
            2025-03-10  1500.00  gold
            2026-03-09  1500.00  gold
            2026-03-10  0        gold
            2026-03-31  0        gold
            2026-04-01  0        bronze
            """)
        {
            let standing = policy.standing(of: history, joinedOn: day("2025-01-15"), on: day(row[0]))
            #expect(standing.metric == money(row[1]).minorUnits, "\(row)")
            #expect(standardLadder[standing.rank].key == row[2], "\(row)")
        }
    }

    @Test func `each review falls by policy`() throws {
        try expectTiers(
            .rolling12Months,
            """
            day         spent     recompute  one_step  never
            2025-03-10  5000.00   platinum   platinum  platinum
            2026-03-31  -         platinum   platinum  platinum
            2026-04-01  -         bronze     gold      platinum
            2026-04-30  -         bronze     gold      platinum
            2026-05-01  -         bronze     silver    platinum
            2026-06-01  -         bronze     bronze    platinum
            2027-06-01  -         bronze     bronze    platinum
            """)
    }

    @Test func `a leap day is one of the 365`() throws {
        try expectTiers(
            .rolling12Months,
            """
            day         spent     recompute  one_step  never
            2027-03-02  500.00    silver     silver    silver
            2028-02-29  -         silver     silver    silver
            2028-03-01  -         bronze     bronze    silver
            """)
        try expectTiers(
            .rolling12Months,
            """
            day         spent     recompute  one_step  never
            2027-03-03  500.00    silver     silver    silver
            2028-03-01  -         silver     silver    silver
            2028-03-31  -         silver     silver    silver
            2028-04-01  -         bronze     bronze    silver
            """)
    }

    @Test func `it rises at once, by spending of many months`() throws {
        try expectTiers(
            .rolling12Months,
            """
            day         spent     recompute  one_step  never
            2025-06-20  499.99    bronze     bronze    bronze
            2026-01-31  0.01      silver     silver    silver
            2026-06-19  1000.00   gold       gold      gold
            2026-06-20  -         gold       gold      gold
            2026-07-01  -         silver     silver    gold
            2027-06-18  -         silver     silver    gold
            2027-07-01  -         bronze     bronze    gold
            """)
    }

    @Test func `spending on the review day itself counts in the review`() throws {
        try expectTiers(
            .rolling12Months,
            """
            day         spent     recompute  one_step  never
            2025-03-10  1500.00   gold       gold      gold
            2026-04-01  500.00    silver     silver    gold
            2026-04-02  1000.00   gold       gold      gold
            """)
    }

    @Test func `the grace days keep the tier held before the review`() throws {
        try expectTiers(
            .rolling12Months, graceDays: 10,
            """
            day         spent     recompute  one_step  never
            2025-03-10  5000.00   platinum   platinum  platinum
            2026-04-01  -         platinum   platinum  platinum
            2026-04-10  -         platinum   platinum  platinum
            2026-04-11  -         bronze     gold      platinum
            2026-05-10  -         bronze     gold      platinum
            2026-05-11  -         bronze     silver    platinum
            """)
    }

    /// The review of February is followed by that of March within its own 30 days of grace: until 2 March.
    @Test func `thirty days of grace after the review of February last into March`() throws {
        try expectTiers(
            .rolling12Months, graceDays: 30,
            """
            day         spent     recompute  never
            2025-01-20  1500.00   gold       gold
            2026-01-31  -         gold       gold
            2026-02-01  -         gold       gold
            2026-02-28  -         gold       gold
            2026-03-01  -         gold       gold
            2026-03-02  -         gold       gold
            2026-03-03  -         bronze     gold
            """)
    }

    @Test func `sixty days of grace outlast the next review`() throws {
        try expectTiers(
            .rolling12Months, graceDays: 60,
            """
            day         spent     recompute
            2025-03-10  1500.00   gold
            2026-04-01  -         gold
            2026-04-30  -         gold
            2026-05-01  -         gold
            2026-05-30  -         gold
            2026-05-31  -         bronze
            """)
    }
}
