/// Days as whole numbers since 1 January 1970, worked out the plain way: year after year, month after month.
public enum Calendar {
    public static let day: Int64 = 86_400_000

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

    static func length(of month: Int, in year: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    static func newYear(of year: Int) -> Int {
        (1970..<year).reduce(0) { days, year in days + (isLeap(year) ? 366 : 365) }
    }

    /// The day of a date that exists.
    public static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        (1..<month).reduce(newYear(of: year) + day - 1) { days, month in days + length(of: month, in: year) }
    }

    public static func date(of number: Int) -> (year: Int, month: Int, day: Int) {
        var (year, month, rest) = (1970, 1, number)
        while rest >= (isLeap(year) ? 366 : 365) {
            rest -= isLeap(year) ? 366 : 365
            year += 1
        }
        while rest >= length(of: month, in: year) {
            rest -= length(of: month, in: year)
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// The same date in another year; 29 February is the 28th where there is none.
    static func anniversary(of number: Int, in year: Int) -> Int {
        let (_, month, day) = date(of: number)
        return Calendar.day(year, month, min(day, length(of: month, in: year)))
    }
}
