import Testing

@testable import Loyalty

/// Plays a story at the bakery, line by line; after each line everything in the books must fit.
@discardableResult
func play(
    _ story: String, at shop: Shop = bakery, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ShopBooks {
    var stage = Stage(books: ShopBooks(shop, program: program(in: shop.currency) { $0.expiry = .never }))
    for text in story.split(separator: "\n") where !text.allSatisfy({ $0 == " " }) {
        let line = try StoryLine(text)
        let outcome = try stage.act(line)
        for (name, expected) in line.expectations {
            let actual = stage.actual(name, of: outcome)
            #expect(actual == expected, "\(name) in: \(line.text)", sourceLocation: sourceLocation)
        }
        if outcome.rejection != nil, !line.expectations.contains(where: { $0.name == "rejected" }) {
            Issue.record("rejected \(outcome.rejection ?? "") in: \(line.text)", sourceLocation: sourceLocation)
        }
        for (customer, books) in stage.books.members {
            let findings = books.findings(at: stage.books.now)
            #expect(findings == [], "\(customer) after: \(line.text)", sourceLocation: sourceLocation)
        }
    }
    return stage.books
}

/// What one line of a story led to.
private struct Outcome {
    var member: Customer.ID?
    var order: Order.ID?
    var posting: Posting?
    var rejection: String?
}

private struct Stage {
    var books: ShopBooks

    mutating func act(_ line: StoryLine) throws -> Outcome {
        let words = line.arguments
        switch line.verb {
        case .today: books.today = day(words[0])
        case .program: try books.save { try set(words[0], to: words[1], in: &$0) }
        case .reward: books.offer(reward(words[0], cost: words[1]))
        case .order, .refund, .correct, .undo, .repeat: return record(line)
        case .redeem, .cancel, .use, .adjust: return try move(line)
        case .hold, .confirm, .release: return check(out: line)
        case .claim, .allow, .reject: return refer(line)
        case .look: return Outcome(member: Identifier(trusted: words[0]))
        case .upkeep, .reserve: return keep(line)
        case .leave, .join: return depart(line)
        }
        return Outcome()
    }

    private mutating func record(_ line: StoryLine) -> Outcome {
        let words = line.arguments
        let customer = Customer.ID(trusted: words[1])
        let held = books[customer].orders[Order.ID(trusted: words[0])]?.order
        let state = state(after: held, line, by: customer)
        var outcome = Outcome(member: customer, order: state.id)
        outcome.reject { outcome in outcome.posting = try books.record(state).posting }
        return outcome
    }

    private func state(after held: Order?, _ line: StoryLine, by customer: Customer.ID) -> Order {
        let words = line.arguments
        guard let held, line.verb != .order else {
            return order(
                words[0], by: customer, revision: 1, total: words[2], placed: "\(books.today)", in: books.shop.currency)
        }
        if line.verb == .repeat { return held }
        let amount = words.count > 2 ? money(words[2], books.shop.currency).minorUnits : 0
        let refunded = line.verb == .correct ? held.total.minorUnits - amount : held.refundedAmount.minorUnits + amount
        return Order(
            id: held.id, customerID: customer, status: line.verb == .undo ? .returned : held.status,
            revision: (held.revision ?? 0) + 1, total: held.total, shipping: held.shipping, tax: held.tax,
            placedAt: held.placedAt, lines: held.lines,
            refundedAmount: Money(minorUnits: refunded, books.shop.currency))
    }

    private mutating func keep(_ line: StoryLine) -> Outcome {
        let customer = Customer.ID(trusted: line.arguments[0])
        if line.verb == .upkeep {
            books.upkeep(customer)
        } else {
            books.reserve(Points(Int64(line.arguments[1]) ?? 0), of: customer)
        }
        return Outcome(member: customer)
    }

    private mutating func depart(_ line: StoryLine) -> Outcome {
        let customer = Customer.ID(trusted: line.arguments[0])
        var outcome = Outcome(member: customer)
        outcome.reject { outcome in
            if line.verb == .join { books.join(customer) } else { outcome.posting = try books.leave(customer)?.lapse }
        }
        return outcome
    }

    private mutating func move(_ line: StoryLine) throws -> Outcome {
        let words = line.arguments
        let customer = Customer.ID(trusted: line.verb == .adjust ? words[0] : words[1])
        let live = books[customer].redemptions.last { $0.rewardID.text == words[0] }
        var outcome = Outcome(member: customer)
        switch (line.verb, live) {
        case (.adjust, _):
            outcome.reject { $0.posting = try books.adjust(customer, by: Points(Int64(words[1]) ?? 0)).posting }
        case (.redeem, _):
            let reward = reward(words[0], cost: "1")
            outcome.reject { $0.posting = try books.redeem(reward, by: customer).posting }
        case (.cancel, let live?): outcome.reject { $0.posting = try books.cancel(live).posting }
        case (.use, let live?): outcome.reject { $0.posting = try books.use(live).posting }
        default: throw StoryLine.Misspelt(line: line.text)
        }
        return outcome
    }

    private mutating func check(out line: StoryLine) -> Outcome {
        let words = line.arguments
        let customer = Customer.ID(trusted: words[1])
        let points = words.count > 2 ? Points(Int64(words[2]) ?? 0) : .zero
        var outcome = Outcome(member: customer)
        outcome.reject { outcome in
            switch line.verb {
            case .hold: try books.hold(words[0], of: points, by: customer)
            case .confirm: outcome.posting = try books.confirm(words[0], of: customer, points)?.posting
            default: try books.release(words[0], of: customer)
            }
        }
        return outcome
    }

    private mutating func refer(_ line: StoryLine) -> Outcome {
        let (referee, referrer) = (Customer.ID(trusted: line.arguments[0]), Customer.ID(trusted: line.arguments[1]))
        var outcome = Outcome(member: referee)
        switch line.verb {
        case .claim: outcome.reject { _ in try books.claim(by: referee, from: referrer) }
        case .allow: outcome.reject { _ in try books.review(.release, of: referee, from: referrer) }
        default: outcome.reject { _ in try books.review(.reject, of: referee, from: referrer) }
        }
        return outcome
    }

    /// What a line's expectation looks at, in the words of stories.
    func actual(_ name: String, of outcome: Outcome) -> String? {
        let member = books[outcome.member ?? mia]
        let points = outcome.posting?.entry.points ?? .zero
        return switch name {
        case "earns", "returns": "\(points)"
        case "takes": "\(-points)"
        case "rejected": outcome.rejection ?? "not rejected"
        case "balance": "\(member.member.balance)"
        case "available": "\(member.member.available(in: member.openLots, at: books.now))"
        case "held": "\(member.member.held)"
        case "shortfall": "\(outcome.order.flatMap { member.orders[$0] }?.shortfall ?? .zero)"
        case "referral": books.referralText(of: outcome.member ?? mia)
        case "tier": member.member.tierKey
        case "orders": "\(member.member.orderCount)"
        case "lots": member.lotText
        case "expired": "\(member.member.expired)"
        case "warned": member.warningText
        case "in": member.member.hasLeft ? "no" : "yes"
        case "due": member.member.dueOn?.description ?? "never"
        default: nil
        }
    }
}

extension Outcome {
    fileprivate mutating func reject(_ act: (inout Outcome) throws -> Void) {
        do { try act(&self) } catch { rejection = (error as? any Rejection)?.code ?? "\(error)" }
    }
}

extension MemberBooks {
    /// The lots with points left, in the order they were opened: `84@2027-11-02,20@never`; `none` without any.
    fileprivate var lotText: String {
        let texts = openLots.sorted { $0.sequence < $1.sequence }
            .map { lot in
                "\(lot.remaining)@\(lot.expiresOn.map(\.description) ?? lot.idleDays.map { "\($0)d" } ?? "never")"
            }
        return texts.isEmpty ? "none" : texts.joined(separator: ",")
    }
}

extension MemberBooks {
    /// What the last upkeep warned of: `84@2027-11-02`, points and the day at whose end they lapse; or `nothing`.
    fileprivate var warningText: String {
        let texts = (upkeep?.warnings ?? []).map { "\($0.points)@\($0.lapsesOn)" }
        return texts.isEmpty ? "nothing" : texts.joined(separator: ",")
    }
}

private func reward(_ id: String, cost: String) -> Reward {
    coffee { reward in
        reward = Reward(
            id: Identifier(trusted: id), name: id, description: "", benefit: reward.benefit,
            cost: Points(Int64(cost) ?? 0), minimumTierKey: "", limitPerCustomer: nil)
    }
}

/// The settings that stories change.
private func set(_ setting: String, to value: String, in program: inout Program) throws {
    switch setting {
    case "rate": program.pointsPerUnit = rate(value)
    case "minimum": program.minimumSpend = money(value, program.minimumSpend.currency)
    case "active": program.isActive = value == "yes"
    case "pending": program.pendingDays = Int(value) ?? 0
    case "expiry": program.expiry = Int(value).map(PointsExpiry.daysAfterEarning) ?? .never
    case "idle": program.expiry = .daysWithoutActivity(Int(value) ?? 0)
    case "yearend": program.expiry = value == "yes" ? .endOfCalendarYear : .never
    case "refunds": program.debtPolicy = DebtPolicy(rawValue: value) ?? .debt
    default: throw StoryLine.Misspelt(line: "program \(setting) \(value)")
    }
}
