/// The stretch of days in which the bonuses of one event are counted, in the shop's time zone.
public enum BonusPeriod: String, Sendable, CaseIterable {
    case day
    /// Monday to Sunday, as ISO 8601 has it.
    case week
    case month
    case year
    /// All days there are.
    case ever

    /// The days that are counted together with a day.
    public func days(around day: Day) -> ClosedRange<Day> {
        switch self {
        case .day: day...day
        case .week: day.monday...(day.monday + 6)
        case .month: day.firstOfMonth...(day.firstOfNextMonth - 1)
        case .year: .newYear(of: day.year)...(.newYear(of: day.year + 1) - 1)
        case .ever: Day(number: .min)...Day(number: .max)
        }
    }
}

extension Day {
    /// The Monday on or before this day; 1 January 1970 was a Thursday.
    fileprivate var monday: Day {
        let sinceMonday = (Int(number) + 3) % 7
        return self - (sinceMonday >= 0 ? sinceMonday : sinceMonday + 7)
    }
}
