/// So many days up to today, and as many before them to compare with.
public struct Period: Hashable, Sendable {
    public let dayCount: Int
    public let last: Day

    public init(of dayCount: Int, through last: Day) {
        self.dayCount = dayCount
        self.last = last
    }

    public var first: Day { last - (dayCount - 1) }
    /// The period before, which is as long.
    public var before: Period { Period(of: dayCount, through: first - 1) }
    public var days: [Day] { (0..<dayCount).map { first + $0 } }

    /// The period in steps: days, or weeks that end today where days would be too many to tell apart.
    public var steps: [ClosedRange<Day>] {
        guard dayCount > daysDrawnMax else { return days.map { $0...$0 } }
        return stride(from: 0, to: dayCount, by: 7).map { last - ($0 + 6)...last - $0 }
            .map { max($0.lowerBound, first)...$0.upperBound }.reversed()
    }

    public var isByWeek: Bool { dayCount > daysDrawnMax }
}

private let daysDrawnMax = 92
