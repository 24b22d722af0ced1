import Testing

@testable import Loyalty

@Suite struct CalendarYearTests {
    @Test func `a tier lasts to the end of the next year, then falls by policy`() throws {
        try expectTiers(
            .calendarYear,
            """
            day         spent     recompute  one_step  never
            2025-03-09  -         bronze     bronze    bronze
            2025-03-10  5000.00   platinum   platinum  platinum
            2025-12-31  -         platinum   platinum  platinum
            2026-01-01  -         platinum   platinum  platinum
            2026-12-31  -         platinum   platinum  platinum
            2027-01-01  -         bronze     gold      platinum
            2027-12-31  -         bronze     gold      platinum
            2028-01-01  -         bronze     silver    platinum
            2029-01-01  -         bronze     bronze    platinum
            2030-01-01  -         bronze     bronze    platinum
            """)
    }

    @Test func `the grace days keep the tier held before the border`() throws {
        try expectTiers(
            .calendarYear, graceDays: 30,
            """
            day         spent     recompute  one_step  never
            2025-03-10  5000.00   platinum   platinum  platinum
            2026-12-31  -         platinum   platinum  platinum
            2027-01-01  -         platinum   platinum  platinum
            2027-01-30  -         platinum   platinum  platinum
            2027-01-31  -         bronze     gold      platinum
            2028-01-01  -         bronze     gold      platinum
            2028-01-30  -         bronze     gold      platinum
            2028-01-31  -         bronze     silver    platinum
            2029-01-31  -         bronze     bronze    platinum
            """)
    }

    @Test func `one grace day is the first of January alone`() throws {
        try expectTiers(
            .calendarYear, graceDays: 1,
            """
            day         spent     recompute  one_step  never
            2025-12-31  500.00    silver     silver    silver
            2027-01-01  -         silver     silver    silver
            2027-01-02  -         bronze     bronze    silver
            """)
    }

    @Test func `what last year's whole spending gives is better than what was held`() throws {
        try expectTiers(
            .calendarYear,
            """
            day         spent     recompute  one_step  never
            2025-03-10  5000.00   platinum   platinum  platinum
            2026-06-01  700.00    platinum   platinum  platinum
            2027-01-01  -         silver     gold      platinum
            2027-05-01  1600.00   gold       gold      platinum
            2028-01-01  -         gold       gold      platinum
            2029-01-01  -         bronze     silver    platinum
            """)
    }

    @Test func `a rise counts at once, and the metric begins anew each year`() throws {
        try expectTiers(
            .calendarYear,
            """
            day         spent     recompute  one_step  never
            2025-12-31  499.99    bronze     bronze    bronze
            2026-01-01  499.99    bronze     bronze    bronze
            2026-01-02  0.01      silver     silver    silver
            2027-01-01  1500.00   gold       gold      gold
            """)
    }

    @Test func `spending before the year of joining counts, as in an imported history`() throws {
        try expectTiers(
            .calendarYear, joined: "2026-11-02",
            """
            day         spent     recompute  one_step  never
            2024-06-01  1500.00   gold       gold      gold
            2025-12-31  -         gold       gold      gold
            2026-01-01  -         bronze     silver    gold
            """)
    }

    /// 22:30 in UTC on New Year's Eve: next year has begun in Nairobi and in Auckland, but not in New York.
    @Test(arguments: [(3, "bronze"), (13, "bronze"), (-5, "gold")])
    func `the year's end is that of the shop's own zone`(hoursFromUTC: Int64, tier: String) {
        let history = spending([("2025-06-01", "1500.00")])
        let today = instant("2026-12-31T22:30:00Z").adding(seconds: hoursFromUTC * 3_600).utcDay
        let standing = TierPolicy(ladder: standardLadder).standing(of: history, joinedOn: day("2025-01-15"), on: today)
        #expect(standardLadder[standing.rank].key == tier)
    }

    /// The same order at the same moment belongs to this year or the next, by the shop's zone.
    @Test(arguments: [(3, 0, 2_000), (13, 0, 2_000), (-5, 2_000, 0)])
    func `an order at midnight counts in the year of the shop's own zone`(hours: Int64, old: Int64, new: Int64) {
        var history = SpendingHistory()
        history.add(2_000, on: instant("2026-12-31T22:30:00Z").adding(seconds: hours * 3_600).utcDay)
        let policy = TierPolicy(ladder: standardLadder)
        let metrics = ["2026-12-31", "2027-01-01"].map { text in
            policy.standing(of: history, joinedOn: day("2025-01-15"), on: day(text)).metric
        }
        #expect(metrics == [old, new])
    }

    @Test func `grace days run over the end of February, leap day and all`() throws {
        try expectTiers(
            .calendarYear, graceDays: 60,
            """
            day         spent     recompute  one_step  never
            2026-05-01  1500.00   gold       gold      gold
            2028-02-29  -         gold       gold      gold
            2028-03-01  -         bronze     silver    gold
            """)
        try expectTiers(
            .calendarYear, graceDays: 60,
            """
            day         spent     recompute  one_step  never
            2025-05-01  1500.00   gold       gold      gold
            2027-03-01  -         gold       gold      gold
            2027-03-02  -         bronze     silver    gold
            """)
    }
}
