extension Rules {
    typealias Spending = [(day: Int, amount: Int64)]
    /// A tier that counts as reached on a day, whatever was spent.
    typealias Mark = (day: Int, rank: Int)

    /// The tier that spending and marks give on a day, and the spending that counts on it.
    func standing(
        by spending: Spending, and marks: [Mark], joinedOn: Int, on day: Int
    ) -> (rank: Int, metric: Int64) {
        let known = spending.filter { $0.amount != 0 && $0.day <= day }
        let marks = marks.filter { $0.day <= day }
        switch period {
        case .lifetime: return (max(rank(of: sum(known)), best(marks)), sum(known))
        case .rolling: return rollingStanding(by: known, and: marks, on: day)
        case .calendarYear: return yearlyStanding(by: known, and: marks, from: Calendar.newYear(of: 2000), on: day)
        case .membershipYear: return yearlyStanding(by: known, and: marks, from: joinedOn, on: day)
        }
    }

    /// Goes through the years one by one. What a year leaves standing is carried into the next.
    private func yearlyStanding(
        by spending: Spending, and marks: [Mark], from anchor: Int, on day: Int
    ) -> (rank: Int, metric: Int64) {
        var year = Calendar.date(of: (spending.map(\.day) + marks.map(\.day)).min() ?? day).year - 1
        var (held, carried) = (0, 0)
        while true {
            let start = Calendar.anniversary(of: anchor, in: year)
            let next = Calendar.anniversary(of: anchor, in: year + 1)
            let metric = sum(spending.filter { $0.day >= start && $0.day < next })
            let current = rank(of: metric)
            let kept = best(marks.filter { $0.day >= start && $0.day < next })
            if day < next {
                let before = day < start + graceDays ? held : 0
                return (max(current, carried, before, kept), metric)
            }
            held = max(current, carried, kept)
            carried = left(of: held, by: current)
            year += 1
        }
    }

    /// Goes through all days on which something can change: those with spending or a mark, and the first of every
    /// month; a review comes before a mark of its day.
    private func rollingStanding(by spending: Spending, and marks: [Mark], on day: Int) -> (rank: Int, metric: Int64) {
        let metric = window(spending, on: day)
        var days = Set(spending.map(\.day) + marks.map(\.day))
        guard let first = days.min() else { return (0, metric) }
        var (year, month, _) = Calendar.date(of: first)
        while Calendar.day(year, month, 1) <= day {
            days.insert(Calendar.day(year, month, 1))
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        var (held, inGrace) = (0, 0)
        for moment in days.sorted() {
            let current = rank(of: window(spending, on: moment))
            if Calendar.date(of: moment).day == 1 {
                if day < moment + graceDays { inGrace = max(inGrace, held) }
                held = left(of: held, by: current)
            }
            held = max(held, current, best(marks.filter { $0.day == moment }))
        }
        return (max(held, inGrace), metric)
    }

    /// What a review leaves of the tier held, where the spending gives this one.
    private func left(of held: Int, by current: Int) -> Int {
        switch fall {
        case .recompute: current
        case .oneStep: max(current, held - 1)
        case .never: max(current, held)
        }
    }

    private func window(_ spending: Spending, on day: Int) -> Int64 {
        sum(spending.filter { $0.day > day - 365 && $0.day <= day })
    }

    private func rank(of metric: Int64) -> Int { ladder.lastIndex { $0.threshold <= metric } ?? 0 }

    private func best(_ marks: [Mark]) -> Int { marks.map(\.rank).max() ?? 0 }

    private func sum(_ spending: Spending) -> Int64 { spending.reduce(0) { $0 + $1.amount } }
}
