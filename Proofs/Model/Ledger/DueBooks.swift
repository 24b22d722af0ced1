extension Books {
    /// Does what is due for a member: first codes and holds whose time is over end, as of that time, then points lapse.
    /// Whoever writes does it first, and whoever looks sees it done.
    mutating func bringUpToDate(_ customer: String, at now: Int64) {
        guard var member = members[customer] else { return }
        for (name, hold) in holds where hold.customer == customer && hold.isOverdue(at: now) {
            holds[name]?.state = .expired
        }
        let overdue = tickets.filter { $0.value.customer == customer && $0.value.isOverdue(at: now) }
        for (name, ticket) in overdue.sorted(by: { $0.value.order < $1.value.order }) {
            tickets[name]?.state = "expired"
            if !ticket.isForfeited { member.giveBack(ticket.taken, on: day(of: ticket.goodUntil)) }
        }
        member.held = held(by: customer)
        member.bringUpToDate(on: day(of: now))
        members[customer] = member
    }

    /// The scheduled work: everybody is brought up to date, and birthdays are kept.
    mutating func doScheduledWork(at now: Int64) -> Answer {
        let before = given.count
        for customer in members.keys {
            bringUpToDate(customer, at: now)
            settleTier(of: customer, at: now)
        }
        keepBirthdays(at: now)
        return Answer(word: "\(given.count - before) birthdays")
    }
}
