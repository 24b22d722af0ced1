extension Member {
    /// A notice that points will lapse.
    struct Warning {
        let daysBefore: Int
        /// The day at whose end they do.
        let lapsesOn: Int
    }

    /// The last day that a credit is good for, as things stand.
    func lastDay(of credit: Credit) -> Int? {
        switch credit.life {
        case .to(let day): day
        case .idle(let days): max(activeOn, credit.earnedOn) + days
        case .ever: nil
        }
    }

    mutating func lapse(_ points: Int64, of credit: Int) {
        credits[credit].left -= points
        credits[credit].lapsed += points
        entries.append(Entry(points: -points, column: .expired))
    }

    /// Does what is due by a day: warns 30 and 7 days before the last day of points, and lets lapse what was warned of.
    /// Points whose last day was over before anybody was warned stay good for 7 more days, unless they came too late to
    /// be warned of at all. Points that are held are kept.
    mutating func bringUpToDate(on today: Int) {
        let open = inOrder.filter { credits[$0].left > 0 }
        var due: [Int] = []
        for day in Set(open.compactMap { lastDay(of: credits[$0]) }).sorted() {
            let group = open.filter { lastDay(of: credits[$0]) == day }
            let given = warnings[day] ?? []
            if day >= today {
                warn(of: day, on: today)
            } else if let lapsesOn = given.map(\.lapsesOn).min() {
                if lapsesOn < today { due += group }
            } else {
                let late = group.filter { credits[$0].creditedOn > day }
                due += late
                if late.count < group.count { warnings[day] = [Warning(daysBefore: 7, lapsesOn: today + 7)] }
            }
        }
        var kept = held
        for credit in due {
            let keeps = min(kept, credits[credit].left)
            kept -= keeps
            if credits[credit].left > keeps { lapse(credits[credit].left - keeps, of: credit) }
        }
    }

    private mutating func warn(of day: Int, on today: Int) {
        let given = warnings[day] ?? []
        for daysBefore in [7, 30] where today >= day - daysBefore {
            guard given.allSatisfy({ $0.daysBefore > daysBefore }) else { return }
            warnings[day, default: []].append(Warning(daysBefore: daysBefore, lapsesOn: given.first?.lapsesOn ?? day))
            return
        }
    }
}
