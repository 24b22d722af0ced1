extension Books {
    /// Makes somebody a member who asks for it, or of whom the platform says so.
    mutating func join(_ customer: String, at now: Int64) -> Answer {
        if isIn(customer) { return Answer(word: "known") }
        if members[customer] == nil {
            enrol(customer, joinedOn: day(of: now), occurredAt: now, at: now)
        } else {
            bringUpToDate(customer, at: now)
            members[customer]?.hasLeft = false
            settleTier(of: customer, at: now)
        }
        return Answer(word: "new")
    }

    /// Opens an account; what the program gives for that comes before anything else.
    mutating func enrol(_ customer: String, joinedOn: Int, occurredAt: Int64, at now: Int64) {
        var member = Member(joinedOn: joinedOn, activeOn: day(of: occurredAt))
        if let rules, rules.isActive, rules.bonuses.signup > 0 {
            member.credit(credit(of: rules.bonuses.signup, occurredAt: occurredAt, at: now), .earned)
        }
        members[customer] = member
        settleTier(of: customer, at: now)
    }

    /// Points that come in by no order: good at once, and as long as the program in force says.
    func credit(of points: Int64, occurredAt: Int64, at now: Int64, by version: Version? = nil) -> Member.Credit {
        let earnedOn = day(of: occurredAt)
        return Member.Credit(
            order: nil, earnedAt: occurredAt, earnedOn: earnedOn, creditedOn: day(of: now), availableAt: occurredAt,
            life: (version ?? self.version)?.life(from: earnedOn) ?? .ever, left: points)
    }

    /// Moves points by hand.
    mutating func adjust(
        _ customer: String, by points: Int64, _ reason: String, at now: Int64
    ) throws(Refusal) -> Answer {
        bringUpToDate(customer, at: now)
        guard var member = members[customer], isIn(customer) else { throw Refusal("membership_must_exist") }
        if points == 0 { throw Refusal("adjustment_must_not_be_zero") }
        if reason.isEmpty { throw Refusal("reason_must_not_be_empty") }
        if points > 0 {
            member.credit(credit(of: points, occurredAt: now, at: now), .adjusted)
        } else {
            if member.available(at: now) < -points { throw Refusal("balance_must_cover_adjustment") }
            _ = member.take(-points) { _, credit in credit.availableAt <= now }
            member.entries.append(Member.Entry(points: points, column: .adjusted))
        }
        members[customer] = member
        settleTier(of: customer, at: now)
        return Answer(points: points)
    }

    /// Earning, redeeming and orders are activity.
    mutating func touch(_ customer: String, on day: Int) {
        guard let active = members[customer]?.activeOn else { return }
        members[customer]?.activeOn = max(active, day)
    }
}
