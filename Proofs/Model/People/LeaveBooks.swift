extension Books {
    /// Somebody leaves: codes that are good are cancelled, and then all points are lost. A debt stays.
    mutating func leave(_ customer: String, at now: Int64) throws(Refusal) -> Answer {
        bringUpToDate(customer, at: now)
        guard var member = members[customer] else { throw Refusal("membership_must_exist") }
        if member.hasLeft { return Answer(word: "again") }
        if member.held > 0 { throw Refusal("holds_must_have_ended") }
        let today = day(of: now)
        let live = tickets.filter { $0.value.customer == customer && $0.value.state == "pending" }
        for (name, ticket) in live.sorted(by: { $0.value.order < $1.value.order }) {
            tickets[name]?.state = "cancelled"
            member.giveBack(ticket.taken, on: today)
        }
        let lost = max(0, member.balance)
        member.loseAll()
        member.hasLeft = true
        if let grant = member.grant, grant.lastDay >= today {
            member.grant =
                grant.firstDay < today ? Grant(tier: grant.tier, firstDay: grant.firstDay, lastDay: today - 1) : nil
        }
        members[customer] = member
        settleTier(of: customer, at: now)
        return Answer(points: -lost)
    }

    /// Whether somebody is a member, and has not left.
    func isIn(_ customer: String) -> Bool { members[customer]?.hasLeft == false }
}

extension Member {
    /// Everything that is left of all credits is gone, as if its last day were over.
    mutating func loseAll() {
        for place in credits.indices where credits[place].left > 0 { lapse(credits[place].left, of: place) }
    }
}
