/// Points, or an offer with its points, that are kept for a checkout.
struct Hold {
    let customer: String
    let offer: String?
    let points: Int64
    let endsAt: Int64
    var state = State.live

    enum State: Equatable { case live, confirmed(Int64), released, expired }

    static let secondsMax: Int64 = 86_400
    static let countMax = 100

    func isOverdue(at now: Int64) -> Bool { state == .live && endsAt <= now }
}

extension Books {
    /// Keeps points or an offer for so many seconds.
    mutating func hold(
        _ name: String, _ customer: String, _ wish: HoldWish, seconds: Int64, at now: Int64
    ) throws(Refusal) -> Answer {
        if case .offer(let offer) = wish { makeRoom(for: offer, at: now) }
        bringUpToDate(customer, at: now)
        guard let member = members[customer], isIn(customer) else { throw Refusal("membership_must_exist") }
        if !(1...Hold.secondsMax).contains(seconds) { throw Refusal("seconds_must_be_in_range") }
        let live = holds.values.count { $0.customer == customer && $0.state == .live }
        if live >= Hold.countMax { throw Refusal("holds_must_be_100_at_most") }
        let (kept, offer): (Int64, String?)
        switch wish {
        case .points(let points):
            if points < 1 { throw Refusal("points_must_be_at_least_one") }
            if points > member.available(at: now) { throw Refusal("available_must_cover_hold") }
            (kept, offer) = (points, nil)
        case .offer(let name): (kept, offer) = (try price(of: name, for: customer, at: now), name)
        }
        holds[name] = Hold(customer: customer, offer: offer, points: kept, endsAt: now + seconds * 1_000)
        settleHeld(by: customer, at: now)
        return Answer(word: "\(kept) held")
    }

    /// Spends points that are held, or a part of them; of an offer it makes a code by the name of the hold.
    mutating func confirm(_ name: String, _ part: Int64?, at now: Int64) throws(Refusal) -> Answer {
        guard let customer = holds[name]?.customer else { throw Refusal("hold_must_exist") }
        bringUpToDate(customer, at: now)
        guard let hold = holds[name], let member = members[customer] else { return .accepted }
        let points = part ?? hold.points
        switch hold.state {
        case .live: break
        case .confirmed(points): return Answer(points: -points, word: "again")
        case .confirmed: throw Refusal("hold_must_not_be_confirmed")
        case .released: throw Refusal("hold_must_not_be_released")
        case .expired: throw Refusal("hold_must_not_be_expired")
        }
        if points < 1 { throw Refusal("points_must_be_at_least_one") }
        if points > hold.points { throw Refusal("part_must_not_exceed_hold") }
        if hold.offer != nil, points < hold.points { throw Refusal("reward_must_be_confirmed_in_full") }
        if points > member.balance - member.pending(at: now) { throw Refusal("balance_must_cover_confirmation") }
        holds[name]?.state = .confirmed(points)
        if let offer = hold.offer {
            issue(name, of: offer, for: points, to: customer, at: now)
        } else {
            _ = members[customer]?.spend(points, at: now)
            touch(customer, on: day(of: now))
        }
        settleHeld(by: customer, at: now)
        return Answer(points: -points)
    }

    /// Lets go of what is held.
    mutating func release(_ name: String, at now: Int64) throws(Refusal) -> Answer {
        guard let customer = holds[name]?.customer else { throw Refusal("hold_must_exist") }
        bringUpToDate(customer, at: now)
        switch holds[name]?.state {
        case .confirmed: throw Refusal("hold_must_not_be_confirmed")
        case .expired: throw Refusal("hold_must_not_be_expired")
        case .released: return .accepted
        case .live, nil: break
        }
        holds[name]?.state = .released
        settleHeld(by: customer, at: now)
        return .accepted
    }

    private mutating func settleHeld(by customer: String, at now: Int64) {
        let held = held(by: customer)
        members[customer]?.held = held
        settleTier(of: customer, at: now)
    }

    /// What all holds of a customer keep that have not ended.
    func held(by customer: String) -> Int64 {
        holds.values.reduce(0) { sum, hold in
            hold.customer == customer && hold.state == .live ? sum + hold.points : sum
        }
    }
}
