/// A calendar day, without a time zone: whoever knows the shop's zone has already asked it which day it is.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1 January 1970, which is 0.
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// The day of a date of the Gregorian calendar, extended backwards.
    /// - Returns: `nil` for dates that do not exist, such as 30 February, and for years outside 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Day.daysInMonth(month, of: year) else { return nil }
        self.init(civil: (year, month, day))
    }

    /// Days from civil: years begin in March, so that the leap day is the last one (H. Hinnant, chrono algorithms).
    private init(civil date: (year: Int, month: Int, day: Int)) {
        let shifted = date.month > 2 ? date.year : date.year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The date of this day.
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// `2026-11-02`, as ISO 8601 writes it.
    public var description: String {
        let (year, month, day) = date
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
    /// How many days the first is after the second.
    public static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }
}

extension Day {
    /// Reads `2026-11-02`.
    /// - Returns: `nil` for any other form and for dates that do not exist.
    public init?(_ text: some StringProtocol) {
        guard let day = TimeReader.read(text, { reader in reader.day() }) else { return nil }
        self = day
    }

    /// The year this day lies in.
    public var year: Int { date.year }

    /// 1 January of the year, also of one after 9999: whatever lasts to the end of a year ends on the day before it.
    public static func newYear(of year: Int) -> Day { Day(civil: (year, 1, 1)) }

    /// The first day of the month that this day lies in.
    public var firstOfMonth: Day { self - (date.day - 1) }

    /// The first day of the month after.
    public var firstOfNextMonth: Day { (firstOfMonth + 31).firstOfMonth }

    /// The same date in another year; 29 February becomes 28 February where there is none.
    public func anniversary(in year: Int) -> Day {
        let (_, month, day) = date
        return Day(year: year, month: month, day: min(day, Day.daysInMonth(month, of: year))) ?? self
    }

    /// How many days the month has: 29 for February of a leap year.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
