/// A tier given by hand: held at least, from a day through another.
struct Grant {
    let tier: String
    let firstDay: Int
    let lastDay: Int

    func holds(on day: Int) -> Bool { firstDay <= day && day <= lastDay }
}

extension Books {
    private static let grantYearsMax = 5

    /// Gives a tier through a day. One that is given again while it is held counts from its first day on.
    mutating func grant(
        _ tier: String, to customer: String, through lastDay: Int, _ reason: String, at now: Int64
    ) throws(Refusal) -> Answer {
        bringUpToDate(customer, at: now)
        let today = day(of: now)
        guard let member = members[customer], isIn(customer) else { throw Refusal("membership_must_exist") }
        if rules?.rank(of: tier) == nil { throw Refusal("tier_must_exist") }
        if reason.isEmpty { throw Refusal("reason_must_not_be_empty") }
        if lastDay < today { throw Refusal("grant_must_not_end_in_the_past") }
        let latest = Calendar.anniversary(of: today, in: Calendar.date(of: today).year + Books.grantYearsMax)
        if lastDay > latest { throw Refusal("grant_must_end_within_five_years") }
        let before = member.grant.flatMap { $0.tier == tier && $0.holds(on: today) ? $0.firstDay : nil }
        members[customer]?.grant = Grant(tier: tier, firstDay: before ?? today, lastDay: lastDay)
        settleTier(of: customer, at: now)
        return .accepted
    }

    /// Takes a tier back that was given: it is over from today on.
    mutating func revoke(_ customer: String, at now: Int64) throws(Refusal) -> Answer {
        bringUpToDate(customer, at: now)
        let today = day(of: now)
        guard let member = members[customer], isIn(customer) else { throw Refusal("membership_must_exist") }
        guard let grant = member.grant, grant.holds(on: today) else { throw Refusal("grant_must_exist") }
        members[customer]?.grant =
            grant.firstDay < today ? Grant(tier: grant.tier, firstDay: grant.firstDay, lastDay: today - 1) : nil
        settleTier(of: customer, at: now)
        return .accepted
    }
}
