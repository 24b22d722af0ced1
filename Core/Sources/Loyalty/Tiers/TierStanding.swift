/// Where a member stands on the ladder on one day.
public struct TierStanding: Hashable, Sendable {
    /// The rank held: 0 for the lowest tier.
    public let rank: Int
    /// The spending that counts on that day, in minor units: this period so far, or the last 365 days, or all.
    public let metric: Int64
}

extension TierPolicy {
    /// The tier of a member on a day: a pure function of spending by day and the program in force.
    ///
    /// SEMANTICS.md, Tiers, gives the rules. Spending after the day does not count.
    public func standing(of history: SpendingHistory, joinedOn: Day, on day: Day) -> TierStanding {
        switch period {
        case .lifetime:
            let metric = history.sum(through: day)
            return TierStanding(rank: ladder.rank(forSpending: metric), metric: metric)
        case .rolling12Months:
            return rollingStanding(of: history, on: day)
        case .calendarYear:
            return yearlyStanding(of: history, on: day, years: YearsFrom(anchor: .newYear(of: joinedOn.year)))
        case .membershipYear:
            return yearlyStanding(of: history, on: day, years: YearsFrom(anchor: joinedOn))
        }
    }

    /// Walks from the first year with spending to the year of the day, carrying over what each border leaves standing.
    private func yearlyStanding(of history: SpendingHistory, on day: Day, years: YearsFrom) -> TierStanding {
        let thisYear = years.start(ofYearWith: day)
        let metric = history.sum(from: thisYear, through: day)
        var start = years.start(ofYearWith: min(history.firstDay ?? day, day))
        var held = 0
        var carried = 0
        while start < thisYear {
            let next = years.start(after: start)
            let earned = ladder.rank(forSpending: history.sum(from: start, through: next - 1))
            held = max(earned, carried)
            carried = self.carried(earned: earned, held: held)
            start = next
        }
        let inGrace = day < thisYear + graceDays
        let rank = max(ladder.rank(forSpending: metric), inGrace ? max(carried, held) : carried)
        return TierStanding(rank: rank, metric: metric)
    }
}

/// Years that begin on the same date as an anchor day does.
struct YearsFrom {
    let anchor: Day

    func start(ofYearWith day: Day) -> Day {
        let inSameYear = anchor.anniversary(in: day.year)
        return inSameYear <= day ? inSameYear : anchor.anniversary(in: day.year - 1)
    }

    func start(after start: Day) -> Day { anchor.anniversary(in: start.year + 1) }
}
