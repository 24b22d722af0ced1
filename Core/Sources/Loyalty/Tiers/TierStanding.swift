/// Where a member stands on the ladder on one day.
public struct TierStanding: Hashable, Sendable {
    /// The rank held: 0 for the lowest tier.
    public let rank: Int
    /// The spending that counts on that day, in minor units: this period so far, or the last 365 days, or all.
    public let metric: Int64
}

extension TierPolicy {
    /// The tier of a member on a day: a pure function of spending by day, of the policy in force, and of what was
    /// reached under earlier ones.
    ///
    /// SEMANTICS.md, Tiers, gives the rules. Spending after the day does not count.
    /// - Parameter reached: Ranks held on days up to this one, rising by day.
    func standing(
        of history: SpendingHistory, joinedOn: Day, on day: Day, reached: [ReachedTier] = []
    ) -> TierStanding {
        switch period {
        case .lifetime:
            let metric = history.sum(through: day)
            let kept = reached.map(\.rank).max() ?? 0
            return TierStanding(rank: max(ladder.rank(forSpending: metric), kept), metric: metric)
        case .rolling12Months:
            return rollingStanding(of: history, on: day, reached: reached)
        case .calendarYear, .membershipYear:
            return yearlyStanding(
                of: history, on: day, years: years(ofMemberJoining: joinedOn), reached: reached)
        }
    }

    /// The years of the two periods that have any.
    func years(ofMemberJoining joinedOn: Day) -> YearsFrom {
        YearsFrom(anchor: period == .membershipYear ? joinedOn : .newYear(of: joinedOn.year))
    }

    /// Walks from the first year with spending to the year of the day, carrying over what each border leaves standing.
    private func yearlyStanding(
        of history: SpendingHistory, on day: Day, years: YearsFrom, reached: [ReachedTier]
    ) -> TierStanding {
        let thisYear = years.start(ofYearWith: day)
        let metric = history.sum(from: thisYear, through: day)
        var start = years.start(ofYearWith: min(history.firstDay ?? day, reached.first?.day ?? day, day))
        var reached = reached[...]
        var held = 0
        var carried = 0
        while start < thisYear {
            let next = years.start(after: start)
            let earned = ladder.rank(forSpending: history.sum(from: start, through: next - 1))
            held = max(earned, carried, reached.takeHighest(before: next))
            carried = self.carried(earned: earned, held: held)
            start = next
        }
        let inGrace = day < thisYear + graceDays
        let kept = max(inGrace ? max(carried, held) : carried, reached.takeHighest(before: day + 1))
        return TierStanding(rank: max(ladder.rank(forSpending: metric), kept), metric: metric)
    }
}

extension ArraySlice<ReachedTier> {
    /// Takes what was reached before a day off the front.
    /// - Returns: The highest rank among it, 0 where there was nothing.
    mutating func takeHighest(before day: Day) -> Int {
        var highest = 0
        while let next = first, next.day < day {
            highest = Swift.max(highest, next.rank)
            removeFirst()
        }
        return highest
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
