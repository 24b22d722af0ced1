import Testing

@testable import Loyalty

@Suite struct MembershipYearTests {
    @Test func `years begin on the day of joining`() throws {
        try expectTiers(
            .membershipYear, joined: "2025-06-15",
            """
            day         spent     recompute  one_step  never
            2025-06-15  499.99    bronze     bronze    bronze
            2025-12-31  1000.01   gold       gold      gold
            2026-01-01  -         gold       gold      gold
            2026-06-14  -         gold       gold      gold
            2026-06-15  -         gold       gold      gold
            2027-06-14  -         gold       gold      gold
            2027-06-15  -         bronze     silver    gold
            2028-06-14  -         bronze     silver    gold
            2028-06-15  -         bronze     bronze    gold
            """)
    }

    @Test func `spending on the last day and on the first is in different years`() throws {
        try expectTiers(
            .membershipYear, joined: "2025-06-15",
            """
            day         spent     recompute  one_step  never
            2026-06-14  499.99    bronze     bronze    bronze
            2026-06-15  499.99    bronze     bronze    bronze
            2027-06-14  0.01      silver     silver    silver
            2028-06-14  -         silver     silver    silver
            2028-06-15  -         bronze     bronze    silver
            """)
    }

    @Test func `the grace days keep the tier held before the border`() throws {
        try expectTiers(
            .membershipYear, graceDays: 10, joined: "2025-06-15",
            """
            day         spent     recompute  one_step  never
            2025-06-20  1500.00   gold       gold      gold
            2027-06-15  -         gold       gold      gold
            2027-06-24  -         gold       gold      gold
            2027-06-25  -         bronze     silver    gold
            2028-06-24  -         bronze     silver    gold
            2028-06-25  -         bronze     bronze    gold
            """)
    }

    @Test func `who joined on 29 February begins on the 28th where there is no 29th`() throws {
        try expectTiers(
            .membershipYear, joined: "2024-02-29",
            """
            day         spent     recompute  one_step  never
            2024-02-29  250.00    bronze     bronze    bronze
            2025-02-27  250.00    silver     silver    silver
            2026-02-27  -         silver     silver    silver
            2026-02-28  -         bronze     bronze    silver
            """)
        try expectTiers(
            .membershipYear, joined: "2024-02-29",
            """
            day         spent     recompute  one_step  never
            2027-02-28  250.00    bronze     bronze    bronze
            2028-02-28  250.00    silver     silver    silver
            2028-02-29  -         silver     silver    silver
            2029-02-27  -         silver     silver    silver
            2029-02-28  -         bronze     bronze    silver
            """)
    }

    @Test func `who joined on 31 December has years that begin on it`() throws {
        try expectTiers(
            .membershipYear, joined: "2025-12-31",
            """
            day         spent     recompute  one_step  never
            2025-12-31  500.00    silver     silver    silver
            2027-12-30  -         silver     silver    silver
            2027-12-31  -         bronze     bronze    silver
            """)
    }

    @Test func `spending before the day of joining counts in the years before it`() throws {
        try expectTiers(
            .membershipYear, joined: "2026-06-15",
            """
            day         spent     recompute  one_step  never
            2024-06-15  1500.00   gold       gold      gold
            2026-06-14  -         gold       gold      gold
            2026-06-15  -         bronze     silver    gold
            """)
    }
}
