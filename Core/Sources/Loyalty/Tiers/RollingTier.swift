extension TierPolicy {
    /// The tier by the 365 days up to and including a day: it rises at once, and falls only by a monthly review. Each
    /// fall has grace days of its own, counted from the review that decided it.
    func rollingStanding(
        of history: SpendingHistory, on day: Day, reached: [ReachedTier]
    ) -> TierStanding {
        let metric = windowMetric(of: history, on: day)
        var reached = reached[...]
        let first = min(history.firstDay ?? day, reached.first?.day ?? day)
        guard first <= day else { return TierStanding(rank: 0, metric: metric) }
        var held = 0
        var inGrace = 0
        var month = first.firstOfMonth
        while month <= day {
            if day < month + graceDays { inGrace = max(inGrace, held) }
            held = carried(earned: rank(of: history, on: month), held: held)
            let monthEnd = min(month.firstOfNextMonth - 1, day)
            for spendingDay in history.days(from: month, through: monthEnd) {
                held = max(held, rank(of: history, on: spendingDay))
            }
            held = max(held, reached.takeHighest(before: monthEnd + 1))
            month = month.firstOfNextMonth
        }
        return TierStanding(rank: max(held, inGrace), metric: metric)
    }

    private func rank(of history: SpendingHistory, on day: Day) -> Int {
        ladder.rank(forSpending: windowMetric(of: history, on: day))
    }

    private func windowMetric(of history: SpendingHistory, on day: Day) -> Int64 {
        history.sum(from: day - (rollingWindowDays - 1), through: day)
    }
}

/// How many days a rolling year has, the day itself included.
let rollingWindowDays = 365
