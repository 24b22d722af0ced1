extension Books {
    /// A program as it was saved.
    struct Version {
        let rules: Rules
        let savedOn: Int
        /// The day on which points began to expire, where they once did not.
        let switchedOn: Int?

        func life(from day: Int) -> Member.Life { rules.life(from: day, switchedOn: switchedOn) }
    }

    var version: Version? { versions.last }

    var rules: Rules? { version?.rules }

    /// Saves a program. One that changes nothing is no version.
    mutating func save(_ new: Rules, at now: Int64) throws(Refusal) -> Answer {
        try new.check()
        let today = day(of: now)
        guard let old = version else {
            versions.append(Version(rules: new, savedOn: today, switchedOn: nil))
            for customer in members.keys { settleTier(of: customer, at: now) }
            return .accepted
        }
        if old.rules == new { return .accepted }
        let gone = old.rules.ladder.map(\.name).filter { new.rank(of: $0) == nil }
        if members.values.contains(where: { $0.holds(anyOf: gone, on: today) }) {
            throw Refusal("tier_must_not_be_held")
        }
        if !old.rules.hasTiers(of: new) { pastPolicies.append((old.rules, today)) }
        let switchedOn = new.expiry == .never ? nil : old.rules.expiry == .never ? today : old.switchedOn
        versions.append(Version(rules: new, savedOn: today, switchedOn: switchedOn))
        return .accepted
    }
}

extension Member {
    fileprivate func holds(anyOf tiers: [String], on today: Int) -> Bool {
        if let tier, !hasLeft, tiers.contains(tier) { return true }
        return grant.map { $0.lastDay >= today && tiers.contains($0.tier) } ?? false
    }
}
