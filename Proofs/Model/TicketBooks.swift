extension Books {
    /// Gives a member an offer for points; the first reason against it is the one that counts.
    mutating func redeem(
        _ name: String, _ customer: String, _ offerName: String, at now: Int64
    ) throws(Refusal) -> Answer {
        makeRoom(for: offerName, at: now)
        bringUpToDate(customer, at: now)
        guard var member = members[customer] else { throw Refusal("membership_must_exist") }
        guard let offer = offers[offerName] else { throw Refusal("reward_must_exist") }
        if !offer.isActive { throw Refusal("reward_must_be_active") }
        if let rules, !offer.tier.isEmpty {
            let standing = rules.standing(by: spending(of: customer), joinedOn: member.joinedOn, on: day(of: now))
            let needed = rules.ladder.firstIndex { $0.name == offer.tier } ?? .max
            if standing.rank < needed { throw Refusal("tier_must_be_reached") }
        }
        let live = tickets.values.filter { $0.offer == offerName && $0.counts }
        if let stock = offer.stock, live.count >= stock { throw Refusal("stock_must_remain") }
        if let limit = offer.limit, live.count(where: { $0.customer == customer }) >= limit {
            throw Refusal("customer_limit_must_not_be_reached")
        }
        if member.available(at: now) < offer.cost { throw Refusal("balance_must_cover_cost") }
        let taken = member.take(offer.cost) { $0.availableAt <= now }
        member.entries.append(Member.Entry(points: -offer.cost, column: .redeemed))
        members[customer] = member
        touch(customer, on: day(of: now))
        tickets[name] = Ticket(
            customer: customer, offer: offerName, taken: taken,
            goodUntil: now + Int64(offer.codeDays) * Calendar.day, bonus: offer.bonus, isForfeited: offer.isForfeited,
            number: tickets.count)
        return Answer(points: -offer.cost)
    }

    /// Uses a code; bonus points come in then.
    mutating func use(_ name: String, at now: Int64) throws(Refusal) -> Answer {
        var ticket = try live(name, at: now)
        ticket.state = "redeemed"
        tickets[name] = ticket
        bringUpToDate(ticket.customer, at: now)
        guard let bonus = ticket.bonus else { return .accepted }
        let credit = freshCredit(of: bonus, at: now)
        members[ticket.customer]?.credit(credit, .earned)
        touch(ticket.customer, on: day(of: now))
        return Answer(points: bonus)
    }

    /// Cancels a code: its points go back where they came from.
    mutating func cancel(_ name: String, at now: Int64) throws(Refusal) -> Answer {
        var ticket = try live(name, at: now)
        ticket.state = "cancelled"
        tickets[name] = ticket
        bringUpToDate(ticket.customer, at: now)
        guard var member = members[ticket.customer] else { return .accepted }
        let before = member.balance
        member.giveBack(ticket.taken, on: day(of: now))
        members[ticket.customer] = member
        return Answer(points: member.balance - before)
    }

    /// Moves points by hand.
    mutating func adjust(
        _ customer: String, by points: Int64, _ reason: String, at now: Int64
    ) throws(Refusal) -> Answer {
        bringUpToDate(customer, at: now)
        guard var member = members[customer] else { throw Refusal("membership_must_exist") }
        if points == 0 { throw Refusal("adjustment_must_not_be_zero") }
        if reason.isEmpty { throw Refusal("reason_must_not_be_empty") }
        if points > 0 {
            member.credit(freshCredit(of: points, at: now), .adjusted)
        } else {
            if member.available(at: now) < -points { throw Refusal("balance_must_cover_adjustment") }
            _ = member.take(-points) { $0.availableAt <= now }
            member.entries.append(Member.Entry(points: points, column: .adjusted))
        }
        members[customer] = member
        return Answer(points: points)
    }

    private func live(_ name: String, at now: Int64) throws(Refusal) -> Ticket {
        guard let ticket = tickets[name] else { throw Refusal("redemption_must_exist") }
        if ticket.state == "redeemed" { throw Refusal("code_must_not_be_used") }
        if ticket.state == "cancelled" { throw Refusal("code_must_not_be_cancelled") }
        if ticket.state == "expired" || now >= ticket.goodUntil { throw Refusal("code_must_not_be_expired") }
        return ticket
    }

    /// Points that come in now and by no order: good at once, and as long as the program says.
    private func freshCredit(of points: Int64, at now: Int64) -> Member.Credit {
        Member.Credit(
            order: nil, earnedAt: now, earnedOn: day(of: now), creditedOn: day(of: now), availableAt: now,
            life: version?.life(from: day(of: now)) ?? .ever, left: points)
    }

    /// Where an offer is out of stock, ends codes of it whose time is over, of as many people as are needed.
    private mutating func makeRoom(for offerName: String, at now: Int64) {
        let codes = tickets.values.filter { $0.offer == offerName }
        guard let stock = offers[offerName]?.stock else { return }
        let missing = codes.count(where: \.counts) - Int(stock) + 1
        guard missing > 0 else { return }
        let holders = Set(codes.filter { $0.isOverdue(at: now) }.map(\.customer)).sorted()
        for holder in holders.prefix(missing) { bringUpToDate(holder, at: now) }
    }
}

extension Books.Ticket {
    /// Whether it takes of the stock and of its customer's allowance.
    var counts: Bool { state == "pending" || state == "redeemed" }

    func isOverdue(at now: Int64) -> Bool { state == "pending" && goodUntil <= now }

    /// Those that end first come first.
    var order: (Int64, Int) { (goodUntil, number) }
}
