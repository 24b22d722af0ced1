import Testing

@testable import Loyalty

@Suite struct BonusPeriodTests {
    @Test func `a period is the calendar's, and weeks are those of ISO 8601`() throws {
        for row in rows(
            """
            day    2026-11-02  2026-11-02  2026-11-02
            week   2026-11-02  2026-11-02  2026-11-08
            week   2026-11-08  2026-11-02  2026-11-08
            week   2026-11-09  2026-11-09  2026-11-15
            week   2021-01-03  2020-12-28  2021-01-03
            week   2021-01-04  2021-01-04  2021-01-10
            week   2024-02-29  2024-02-26  2024-03-03
            week   1970-01-01  1969-12-29  1970-01-04
            week   1969-12-28  1969-12-22  1969-12-28
            month  2026-11-30  2026-11-01  2026-11-30
            month  2026-12-31  2026-12-01  2026-12-31
            month  2024-02-29  2024-02-01  2024-02-29
            month  2026-02-01  2026-02-01  2026-02-28
            year   2024-02-29  2024-01-01  2024-12-31
            year   2026-01-01  2026-01-01  2026-12-31
            year   9999-12-31  9999-01-01  9999-12-31
            """)
        {
            let period = try #require(BonusPeriod(rawValue: row[0]))
            #expect(period.days(around: day(row[1])) == day(row[2])...day(row[3]), "\(row)")
        }
    }

    @Test func `ever is all days there are`() {
        let ever = BonusPeriod.ever.days(around: openingDay)
        #expect(ever.contains(day("0001-01-01")))
        #expect(ever.contains(day("9999-12-31")))
    }
}
