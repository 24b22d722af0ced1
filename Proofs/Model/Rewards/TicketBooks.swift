extension Books {
    /// Gives a member an offer for points.
    mutating func redeem(
        _ name: String, _ customer: String, _ offerName: String, at now: Int64
    ) throws(Refusal) -> Answer {
        makeRoom(for: offerName, at: now)
        bringUpToDate(customer, at: now)
        let cost = try price(of: offerName, for: customer, at: now)
        issue(name, of: offerName, for: cost, to: customer, at: now)
        return Answer(points: -cost)
    }

    /// What an offer costs a member; the first reason against it is the one that counts.
    func price(of offerName: String, for customer: String, at now: Int64) throws(Refusal) -> Int64 {
        guard let member = members[customer], isIn(customer) else { throw Refusal("membership_must_exist") }
        guard let offer = offers[offerName] else { throw Refusal("reward_must_exist") }
        if !offer.isActive { throw Refusal("reward_must_be_active") }
        if let rules, !offer.tier.isEmpty {
            let needed = rules.rank(of: offer.tier) ?? .max
            if rank(of: customer, on: day(of: now)) < needed { throw Refusal("tier_must_be_reached") }
        }
        let live = takers(of: offerName)
        if let stock = offer.stock, live.count >= stock { throw Refusal("stock_must_remain") }
        if let limit = offer.limit, live.count(where: { $0 == customer }) >= limit {
            throw Refusal("customer_limit_must_not_be_reached")
        }
        if member.available(at: now) < offer.cost { throw Refusal("balance_must_cover_cost") }
        return offer.cost
    }

    /// Who has an offer, once for each: by a code that is good or was used, or by a hold.
    private func takers(of offerName: String) -> [String] {
        tickets.values.filter { $0.offer == offerName && $0.counts }.map(\.customer)
            + holds.values.filter { $0.offer == offerName && $0.state == .live }.map(\.customer)
    }

    /// Takes the points and makes a code, by the terms that the offer has now.
    mutating func issue(_ name: String, of offerName: String, for cost: Int64, to customer: String, at now: Int64) {
        guard let offer = offers[offerName], let taken = members[customer]?.spend(cost, at: now) else { return }
        touch(customer, on: day(of: now))
        tickets[name] = Ticket(
            customer: customer, offer: offerName, taken: taken,
            goodUntil: now + Int64(offer.codeDays) * Calendar.day, bonus: offer.bonus, isForfeited: offer.isForfeited,
            number: tickets.count)
        settleTier(of: customer, at: now)
    }

    /// Uses a code; bonus points come in then.
    mutating func use(_ name: String, at now: Int64) throws(Refusal) -> Answer {
        var ticket = try live(name, at: now)
        ticket.state = "redeemed"
        tickets[name] = ticket
        bringUpToDate(ticket.customer, at: now)
        guard let bonus = ticket.bonus else { return .accepted }
        let credit = credit(of: bonus, occurredAt: now, at: now)
        members[ticket.customer]?.credit(credit, .earned)
        touch(ticket.customer, on: day(of: now))
        settleTier(of: ticket.customer, at: now)
        return Answer(points: bonus)
    }

    /// Cancels a code: its points go back where they came from.
    mutating func cancel(_ name: String, at now: Int64) throws(Refusal) -> Answer {
        var ticket = try live(name, at: now)
        ticket.state = "cancelled"
        tickets[name] = ticket
        bringUpToDate(ticket.customer, at: now)
        guard var member = members[ticket.customer] else { return .accepted }
        member.giveBack(ticket.taken, on: day(of: now))
        members[ticket.customer] = member
        settleTier(of: ticket.customer, at: now)
        return Answer(points: ticket.taken.reduce(0) { sum, share in sum + share.points })
    }

    private func live(_ name: String, at now: Int64) throws(Refusal) -> Ticket {
        guard let ticket = tickets[name] else { throw Refusal("redemption_must_exist") }
        if ticket.state == "redeemed" { throw Refusal("code_must_not_be_used") }
        if ticket.state == "cancelled" { throw Refusal("code_must_not_be_cancelled") }
        if ticket.state == "expired" || now >= ticket.goodUntil { throw Refusal("code_must_not_be_expired") }
        return ticket
    }

    /// Where an offer is out of stock, ends codes and holds of it whose time is over, of as many people as are needed.
    mutating func makeRoom(for offerName: String, at now: Int64) {
        guard let stock = offers[offerName]?.stock else { return }
        let missing = takers(of: offerName).count - Int(stock) + 1
        guard missing > 0 else { return }
        let overdue =
            tickets.values.filter { $0.offer == offerName && $0.isOverdue(at: now) }.map(\.customer)
            + holds.values.filter { $0.offer == offerName && $0.isOverdue(at: now) }.map(\.customer)
        for holder in Set(overdue).sorted().prefix(missing) { bringUpToDate(holder, at: now) }
    }
}

extension Books.Ticket {
    /// Whether it takes of the stock and of its customer's allowance.
    var counts: Bool { state == "pending" || state == "redeemed" }

    func isOverdue(at now: Int64) -> Bool { state == "pending" && goodUntil <= now }

    /// Those that end first come first.
    var order: (Int64, Int) { (goodUntil, number) }
}
