extension PointsExpiry {
    /// The last day that points earned on a day are good for; `nil` where no date can be given in advance.
    func lastDay(forEarningOn day: Day) -> Day? {
        switch self {
        case .never, .daysWithoutActivity: nil
        case .daysAfterEarning(let days): day + days
        case .endOfCalendarYear: Day.newYear(of: day.year + 1) - 1
        }
    }
}
