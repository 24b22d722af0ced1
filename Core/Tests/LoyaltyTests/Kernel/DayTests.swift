import Loyalty
import Testing

@Suite struct DayTests {
    /// Walks the calendar by the rule that Pope Gregory gave, and compares each day with the arithmetic.
    @Test func `every day of 1600 to 2400 is the day after the one before it`() throws {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var number = try #require(Day(year: 1600, month: 1, day: 1)).number
        var wrong: [Day] = []
        for year in 1600...2400 {
            let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
            for month in 1...12 {
                for date in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
                    let day = Day(number: number)
                    if Day(year: year, month: month, day: date) != day || day.date != (year, month, date) {
                        wrong.append(day)
                    }
                    number += 1
                }
            }
        }
        #expect(wrong == [])
        #expect(Day(number: number) == day("2401-01-01"))
    }

    @Test func `days are counted from 1 January 1970`() {
        for row in rows(
            """
            1970-01-01  0
            1969-12-31  -1
            2000-02-29  11016
            2000-03-01  11017
            2026-11-02  20759
            0001-01-01  -719162
            9999-12-31  2932896
            """)
        {
            #expect("\(day(row[0]).number)" == row[1])
            #expect(day(row[0]).description == row[0])
        }
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
        "2026-01-32", "0000-01-01", "10000-01-01", "26-01-01", "2026-1-1", "2026/01/01", "20260101", "2026-01-01 ",
        " 2026-01-01", "2026-01-01T", "-026-01-01", "2026--1-01", "2026-+1-01", "", "-", "--", "2026-01",
        "2026-01-01-01",
        "２０２６-01-01", "2026-01-0x", "٢٠٢٦-01-01",
    ])
    func `what is no date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `29 February exists in leap years alone`() {
        for (year, exists) in [(2024, true), (2025, false), (2000, true), (1900, false), (2100, false), (2400, true)] {
            #expect((Day(year: year, month: 2, day: 29) != nil) == exists, "\(year)")
            #expect(Day.daysInMonth(2, of: year) == (exists ? 29 : 28))
        }
    }

    @Test func `an anniversary of 29 February is 28 February where there is none`() {
        let leapDay = day("2024-02-29")
        #expect(
            [2025, 2027, 2028, 2100].map { leapDay.anniversary(in: $0) }
                == [day("2025-02-28"), day("2027-02-28"), day("2028-02-29"), day("2100-02-28")])
        #expect(day("2025-02-28").anniversary(in: 2028) == day("2028-02-28"))
        #expect(day("2025-12-31").anniversary(in: 2026) == day("2026-12-31"))
    }

    @Test func `months begin and follow one another`() {
        for row in rows(
            """
            2026-01-01  2026-01-01  2026-02-01
            2026-01-31  2026-01-01  2026-02-01
            2024-02-29  2024-02-01  2024-03-01
            2026-02-28  2026-02-01  2026-03-01
            2026-04-30  2026-04-01  2026-05-01
            2026-12-31  2026-12-01  2027-01-01
            """)
        {
            #expect(day(row[0]).firstOfMonth == day(row[1]))
            #expect(day(row[0]).firstOfNextMonth == day(row[2]))
        }
    }

    @Test func `days are added and taken away across borders`() {
        #expect(day("2026-12-31") + 1 == day("2027-01-01"))
        #expect(day("2024-02-28") + 1 == day("2024-02-29"))
        #expect(day("2024-03-01") - 1 == day("2024-02-29"))
        #expect(day("1970-01-01") - 1 == day("1969-12-31"))
        #expect(day("2028-01-01") - day("2027-01-01") == 365)
        #expect(day("2029-01-01") - day("2028-01-01") == 366)
        #expect(Day.newYear(of: 2027) == day("2027-01-01"))
        #expect(Day.newYear(of: 10_000) - 1 == day("9999-12-31"))
        #expect(Day.newYear(of: 1) - 1 == Day.newYear(of: 0) + 365, "the year before the first is a leap year")
        #expect(day("2026-12-31").year == 2026)
    }
}
