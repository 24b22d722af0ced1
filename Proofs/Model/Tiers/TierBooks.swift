extension Books {
    /// The tier of a customer on a day, as the version in force sees it.
    func rank(of customer: String, on day: Int, except order: String? = nil) -> Int {
        standing(of: customer, on: day, except: order).rank
    }

    func standing(of customer: String, on day: Int, except order: String? = nil) -> (rank: Int, metric: Int64) {
        guard let rules, let member = members[customer] else { return (0, 0) }
        let spending = spending(of: customer, except: order)
        let reached = reached(by: spending, joinedOn: member.joinedOn).map { $0.mark(on: rules) }
        let (rank, metric) = rules.standing(by: spending, and: reached, joinedOn: member.joinedOn, on: day)
        guard let grant = member.grant, grant.holds(on: day) else { return (rank, metric) }
        return (max(rank, rules.rank(of: grant.tier) ?? 0), metric)
    }

    /// A tier that was held on the last day of an earlier policy.
    struct Reached {
        let day: Int
        let rank: Int
        let rules: Rules

        func mark(on rules: Rules) -> Rules.Mark { (day, rules.rank(of: rank, on: self.rules)) }
    }

    /// What somebody held when earlier policies ended: under each, with what had been reached under those before it.
    /// Who was no member then, and had spent nothing, held nothing.
    private func reached(by spending: Rules.Spending, joinedOn: Int) -> [Reached] {
        var reached: [Reached] = []
        for (rules, lastDay) in pastPolicies {
            let isThere = joinedOn <= lastDay || spending.contains { $0.day <= lastDay && $0.amount != 0 }
            guard isThere else { continue }
            let marks = reached.map { $0.mark(on: rules) }
            let rank = rules.standing(by: spending, and: marks, joinedOn: joinedOn, on: lastDay).rank
            reached.append(Reached(day: lastDay, rank: rank, rules: rules))
        }
        return reached
    }

    /// What a customer spent, day by day.
    private func spending(of customer: String, except order: String?) -> Rules.Spending {
        (orders[customer] ?? []).compactMap { id in
            guard id != order, let filed = purchases[id], filed.spending != 0 else { return nil }
            return (filed.day, filed.spending)
        }
    }

    /// Writes down the tier of today.
    mutating func settleTier(of customer: String, at now: Int64) {
        guard let rules, members[customer] != nil else { return }
        let rank = rank(of: customer, on: day(of: now))
        members[customer]?.tier = rules.ladder[rank].name
    }
}
