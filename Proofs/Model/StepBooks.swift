extension Books {
    /// Lets a step happen; one that is rejected changes nothing.
    public mutating func apply(_ step: Step) -> Answer {
        var after = self
        after.touched = Set([customer(of: step.event)].compactMap(\.self))
        touched = after.touched
        do {
            let answer = try after.accept(step.event, at: step.at)
            self = after
            return answer
        } catch {
            return Answer(rejection: error.rule)
        }
    }

    private mutating func accept(_ event: Event, at now: Int64) throws(Refusal) -> Answer {
        switch event {
        case .order(let purchase): return try receive(purchase, at: now)
        case .claimOrder(let order, let customer, let isForOneself):
            return try claim(order, for: customer, isForOneself: isForOneself, at: now)
        case .redeem(let ticket, let customer, let offer): return try redeem(ticket, customer, offer, at: now)
        case .use(let ticket): return try use(ticket, at: now)
        case .cancel(let ticket): return try cancel(ticket, at: now)
        case .hold(let name, let customer, let wish, let seconds):
            return try hold(name, customer, wish, seconds: seconds, at: now)
        case .confirm(let hold, let points): return try confirm(hold, points, at: now)
        case .release(let hold): return try release(hold, at: now)
        case .bonus(let report): return try give(report, at: now)
        case .adjust(let customer, let points, let reason):
            return try adjust(customer, by: points, reason, at: now)
        case .person, .join, .leave, .program, .offer, .invite, .decide, .grant, .revoke, .upkeep:
            return try acceptOther(event, at: now)
        }
    }

    /// What moves points only in passing.
    private mutating func acceptOther(_ event: Event, at now: Int64) throws(Refusal) -> Answer {
        switch event {
        case .person(let customer, let person):
            try person.check(on: day(of: now))
            people[customer] = person
        case .join(let customer): return join(customer, at: now)
        case .leave(let customer): return try leave(customer, at: now)
        case .program(let rules): return try save(rules, at: now)
        case .offer(let name, let offer):
            // What changes nothing is not looked at, so that a tier that is gone does no harm.
            if offers[name] == offer { break }
            try offer.check(on: rules?.ladder, after: offers[name])
            offers[name] = offer
        case .invite(let name, let referee, let referrer, let address):
            return try invite(name, referee, by: referrer, from: address, at: now)
        case .decide(let name, let isReleased): return try decide(name, isReleased: isReleased, at: now)
        case .grant(let customer, let tier, let lastDay, let reason):
            return try grant(tier, to: customer, through: lastDay, reason, at: now)
        case .revoke(let customer): return try revoke(customer, at: now)
        case .upkeep: return doScheduledWork(at: now)
        default: break
        }
        return .accepted
    }

    /// Whose account a step is about.
    private func customer(of event: Event) -> String? {
        switch event {
        case .order(let purchase):
            purchase.customer.isEmpty ? purchases[purchase.id]?.purchase.customer : purchase.customer
        case .claimOrder(_, let customer, _), .join(let customer), .leave(let customer), .redeem(_, let customer, _),
            .hold(_, let customer, _, _), .adjust(let customer, _, _), .invite(_, let customer, _, _),
            .grant(let customer, _, _, _), .revoke(let customer):
            customer
        case .use(let ticket), .cancel(let ticket): tickets[ticket]?.customer
        case .confirm(let hold, _), .release(let hold): holds[hold]?.customer
        case .bonus(let report): report.customer
        case .person, .program, .offer, .decide, .upkeep: nil
        }
    }
}
