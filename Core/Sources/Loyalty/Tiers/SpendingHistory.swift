/// A member's qualifying spending by day, net of refunds, in minor units of the shop's currency.
public struct SpendingHistory: Hashable, Sendable {
    /// Rising days; a day's amount is what all its orders come to now. A day on which nothing is left of them is none,
    /// so that what was refunded in full leaves no trace.
    private var days: [Day] = []
    private var amounts: [Int64] = []

    public init() {}

    /// - Parameter spending: One amount a day, in any order.
    public init(_ spending: [(day: Day, minorUnits: Int64)]) {
        let sorted = spending.filter { $0.minorUnits != 0 }.sorted { $0.day < $1.day }
        days = sorted.map(\.day)
        amounts = sorted.map(\.minorUnits)
    }

    /// The earliest day anything was spent on.
    public var firstDay: Day? { days.first }

    /// The earliest day after another that anything was spent on.
    func firstDay(after day: Day) -> Day? {
        let place = index(of: day + 1)
        return place < days.count ? days[place] : nil
    }

    /// The sum of all days.
    public var total: Int64 { amounts.reduce(0, +) }

    /// The sum of a range of days, both ends included.
    public func sum(from first: Day, through last: Day) -> Int64 {
        guard first <= last else { return 0 }
        return amounts[index(of: first)..<index(of: last + 1)].reduce(0, +)
    }

    /// The sum of everything up to a day, that day included.
    public func sum(through last: Day) -> Int64 { amounts[..<index(of: last + 1)].reduce(0, +) }

    /// The days with spending within a range, both ends included.
    func days(from first: Day, through last: Day) -> ArraySlice<Day> {
        guard first <= last else { return [] }
        return days[index(of: first)..<index(of: last + 1)]
    }

    /// Adds to a day; a negative amount takes away.
    public mutating func add(_ minorUnits: Int64, on day: Day) {
        let place = index(of: day)
        if place < days.count, days[place] == day {
            amounts[place] += minorUnits
            guard amounts[place] == 0 else { return }
            days.remove(at: place)
            amounts.remove(at: place)
        } else if minorUnits != 0 {
            days.insert(day, at: place)
            amounts.insert(minorUnits, at: place)
        }
    }

    /// The place of the first day that is not before this one.
    private func index(of day: Day) -> Int {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
