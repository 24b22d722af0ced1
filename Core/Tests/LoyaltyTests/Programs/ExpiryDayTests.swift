import Testing

@testable import Loyalty

@Suite struct ExpiryDayTests {
    @Test func `points are good for so many days after the day of earning`() {
        for row in rows(
            """
            2026-11-02  1    2026-11-03
            2026-11-02  30   2026-12-02
            2026-11-02  365  2027-11-02
            2027-11-02  365  2028-11-01
            2028-02-29  365  2029-02-28
            2026-12-31  1    2027-01-01
            """)
        {
            let expiry = PointsExpiry.daysAfterEarning(Int(row[1]) ?? 0)
            #expect(expiry.lastDay(forEarningOn: day(row[0])) == day(row[2]))
        }
    }

    @Test(arguments: [("2026-01-01", "2026-12-31"), ("2026-12-31", "2026-12-31"), ("2028-02-29", "2028-12-31")])
    func `or until the end of the calendar year`(earned: String, last: String) {
        #expect(PointsExpiry.endOfCalendarYear.lastDay(forEarningOn: day(earned)) == day(last))
    }

    @Test(arguments: [PointsExpiry.never, .daysWithoutActivity(90)])
    func `or no day can be told in advance`(expiry: PointsExpiry) {
        #expect(expiry.lastDay(forEarningOn: openingDay) == nil)
    }

    /// 22:30 in UTC on New Year's Eve is next year already in Nairobi and in Auckland.
    @Test(arguments: [(3, "2027-12-31"), (13, "2027-12-31"), (-5, "2026-12-31")])
    func `the year's end is that of the shop's own zone`(hoursFromUTC: Int64, last: String) {
        let earned = instant("2026-12-31T22:30:00Z").adding(seconds: hoursFromUTC * 3_600).utcDay
        #expect(PointsExpiry.endOfCalendarYear.lastDay(forEarningOn: earned) == day(last))
    }
}
