/// The books of one shop, kept in memory in the plainest way there is: every figure is worked out anew from all that
/// happened. They follow the rules of points as they are written down, and share no code with the product.
public struct Books: Sendable {
    /// How far the shop's zone is from UTC, in milliseconds, and how many minor units its currency has.
    let zone: Int64
    let unit: Int64
    var version: Version?
    var members: [String: Member] = [:]
    var purchases: [String: Filed] = [:]
    var offers: [String: Offer] = [:]
    var tickets: [String: Ticket] = [:]

    /// A program as it was saved.
    struct Version {
        let rules: Rules
        /// The day on which points began to expire, where they once did not.
        let switchedOn: Int?

        func life(from day: Int) -> Member.Life { rules.life(from: day, switchedOn: switchedOn) }
    }

    /// An order's latest state, and what came of it so far.
    struct Filed {
        var purchase: Purchase
        var terms: Terms?
        var posted: Int64 = 0
        var shortfall: Int64 = 0
        /// The order's own day, and what it counts as spending there.
        var day: Int
        var spending: Int64 = 0
        var isCounted = false
    }

    /// What an order earns by, for good.
    struct Terms {
        let version: Version
        let multiplier: Int64
    }

    /// A redemption and its code.
    struct Ticket {
        let customer: String
        let offer: String
        let taken: Member.Taken
        let goodUntil: Int64
        let bonus: Int64?
        let isForfeited: Bool
        let number: Int
        var state = "pending"
    }

    public init(zone: Int64, unit: Int64) {
        self.zone = zone
        self.unit = unit
    }

    /// Lets a step happen; one that is rejected changes nothing.
    public mutating func apply(_ step: Step) -> Answer {
        var after = self
        do {
            let answer = try after.accept(step.event, at: step.at)
            self = after
            return answer
        } catch {
            return Answer(rejection: error.rule)
        }
    }

    /// The account of a customer at a moment; `nil` for somebody who is no member.
    public func figures(of customer: String, at now: Int64) -> Figures? {
        var due = self
        due.bringUpToDate(customer, at: now)
        guard let member = due.members[customer] else { return nil }
        var figures = Figures()
        figures.balance = member.balance
        figures.available = member.available(at: now)
        figures.pending = member.pending(at: now)
        figures.held = member.held
        figures.earned = member.sum(of: .earned)
        figures.redeemed = -member.sum(of: .redeemed)
        figures.expired = -member.sum(of: .expired)
        if let rules {
            let standing = rules.standing(by: spending(of: customer), joinedOn: member.joinedOn, on: day(of: now))
            figures.tier = rules.ladder[standing.rank].name
            figures.spending = standing.metric
        }
        figures.orders = Int64(purchases.values.count { $0.purchase.customer == customer && $0.isCounted })
        figures.lots = (members[customer]?.credits ?? []).filter { $0.left > 0 }.map { credit in
            Figures.Lot(
                order: credit.order, availableAt: credit.availableAt, life: "\(credit.life)", left: credit.left)
        }
        return figures
    }

    /// Whose redemption it is.
    public func customer(ofTicket name: String) -> String? { tickets[name]?.customer }

    private mutating func accept(_ event: Event, at now: Int64) throws(Refusal) -> Answer {
        switch event {
        case .order(let purchase): return try record(purchase, at: now)
        case .program(let new):
            try new.check()
            let wasEndless = version?.rules.expiry == .never
            let switchedOn = new.expiry == .never ? nil : wasEndless ? day(of: now) : version?.switchedOn
            version = Version(rules: new, switchedOn: switchedOn)
        case .offer(let name, let offer):
            try offer.check(on: rules?.ladder)
            offers[name] = offer
        case .redeem(let ticket, let customer, let offer): return try redeem(ticket, customer, offer, at: now)
        case .use(let ticket): return try use(ticket, at: now)
        case .cancel(let ticket): return try cancel(ticket, at: now)
        case .adjust(let customer, let points, let reason):
            return try adjust(customer, by: points, reason, at: now)
        case .upkeep: for customer in members.keys { bringUpToDate(customer, at: now) }
        }
        return .accepted
    }

    /// Does what is due for a member: first codes whose time is over end, as of that time, then points lapse. Whoever
    /// writes does it first, and whoever looks sees it done.
    mutating func bringUpToDate(_ customer: String, at now: Int64) {
        guard var member = members[customer] else { return }
        let overdue = tickets.filter { $0.value.customer == customer && $0.value.isOverdue(at: now) }
        for (name, ticket) in overdue.sorted(by: { $0.value.order < $1.value.order }) {
            tickets[name]?.state = "expired"
            if !ticket.isForfeited { member.giveBack(ticket.taken, on: day(of: ticket.goodUntil)) }
        }
        member.bringUpToDate(on: day(of: now))
        members[customer] = member
    }

    var rules: Rules? { version?.rules }

    func day(of instant: Int64) -> Int { Int((instant + zone) / Calendar.day) }

    /// What a customer spent, day by day.
    func spending(of customer: String, except order: String? = nil) -> [(day: Int, amount: Int64)] {
        purchases.values.filter { $0.purchase.customer == customer && $0.purchase.id != order }
            .map { ($0.day, $0.spending) }
    }
}
