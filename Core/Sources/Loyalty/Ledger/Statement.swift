/// What moved a member's points within some days: the opening balance, every entry, and the sums that lead to the
/// closing one.
public struct Statement: Sendable {
    /// One entry with the balance after it, as it stands in this statement.
    public struct Line: Sendable {
        public let entry: Entry
        /// The day it occurred, in the shop's time zone.
        public let day: Day
        public let balance: Points
    }

    public let opening: Points
    public let lines: [Line]
    private let sums: [LedgerTotal: Points]

    /// - Parameters:
    ///   - opening: The sum of all entries of earlier days.
    ///   - entries: Those of the days stated, in the order they are shown in.
    public init(opening: Points, entries: [(entry: Entry, day: Day)]) {
        var (balance, sums) = (opening, [LedgerTotal: Points]())
        self.opening = opening
        lines = entries.map { entry, day in
            balance += entry.points
            sums[entry.kind.total, default: .zero] += entry.points
            return Line(entry: entry, day: day, balance: balance)
        }
        self.sums = sums
    }

    /// What is added to the opening balance in one column of the reports; below zero for what takes.
    public func sum(_ total: LedgerTotal) -> Points { sums[total] ?? .zero }

    /// Opening and all columns together.
    public var closing: Points { LedgerTotal.allCases.map(sum).reduce(opening, +) }
}
