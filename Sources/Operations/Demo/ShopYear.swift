import Loyalty

/// A year of a shop, planned to the minute before any of it happens.
struct ShopYear: Sendable {
    enum Step: Sendable {
        case order(Order, Customer)
        /// A customer looks for a reward, and takes the best one there is.
        case redeem(ticket: Int, Customer.ID)
        /// What becomes of the code that came of it.
        case use(ticket: Int)
        case cancel(ticket: Int)
        case adjust(Points, reason: String, Customer.ID)
        case edit(Int)
        /// Somebody comes by a member's invitation.
        case claim(ticket: Int, Customer, by: Customer.ID, from: String?)
        /// What the owner makes of it.
        case review(ticket: Int, ReferralVerdict, note: String)
    }

    /// Rising by time.
    private(set) var steps: [(at: Instant, step: Step)] = []
    private let town: TownShop
    private let opening: Day
    private let now: Instant
    private var dice: Dice
    private var orderCount = 0
    private var ticketCount = 0
    private var firstVisits: [FirstVisit] = []

    /// - Parameters:
    ///   - people: Who buys, those with the most expensive habits first.
    ///   - newcomers: Who has heard of the shop, and bought nothing yet.
    ///   - opening: The first day, in the shop's time zone.
    init(
        of town: TownShop, _ people: [Customer], newcomers: [Customer], from opening: Day, until now: Instant,
        _ dice: Dice
    ) {
        self.town = town
        self.opening = opening
        self.now = now
        self.dice = dice
        var others = dice
        var rest = people[...]
        for habit in town.habits {
            for customer in rest.prefix(habit.customerCount) { live(customer, by: habit) }
            rest = rest.dropFirst(habit.customerCount)
        }
        for (place, edit) in town.edits.enumerated() { add(.edit(place), at: moment(on: opening + edit.day, hour: 7)) }
        let invitations = TownInvitations(to: town, firstVisits, newcomers: newcomers, until: now, others.fork())
        for (at, step) in invitations.steps { add(step, at: at) }
        steps = steps.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private mutating func live(_ customer: Customer, by habit: Habit) {
        let today = opening + daysTold
        let isLate = habit.isFickle && dice.comesUp(inMillion: 700_000)
        let first = opening + (isLate ? dice.roll(10...300) : dice.roll(0...20))
        guard habit.visitsPerYear > 0 else { return visit(by: customer, on: first, habit) }
        let leaves = habit.isFickle && dice.comesUp(inMillion: 250_000)
        let last = leaves ? min(today, first + dice.roll(40...250)) : today
        visit(by: customer, on: first, habit)
        for day in (first.number + 1)...max(first.number + 1, last.number) {
            let day = Day(number: day)
            let chances = habit.visitsPerYear * 1_000_000 / 365 * town.trade.percent(on: day) / 100
            if dice.comesUp(inMillion: chances) { visit(by: customer, on: day, habit) }
        }
    }

    private mutating func visit(by customer: Customer, on day: Day, _ habit: Habit) {
        let placed = moment(on: day, hour: dice.roll(8...18))
        guard placed < now else { return }
        if firstVisits.last?.customer.id != customer.id {
            firstVisits.append(FirstVisit(customer: customer, at: placed, comesAgain: habit.visitsPerYear > 0))
        }
        orderCount += 1
        let draft = OrderDraft(
            id: "\(town.trade.prefix)-\(1_000 + orderCount)", customer: customer, placed: placed, basket: habit.basket)
        for (at, order) in draft.states(in: town, until: now, &dice) { add(.order(order, customer), at: at) }
        guard habit.visitsPerYear > 0 else { return }
        if dice.comesUp(inMillion: 110_000) { lookForReward(customer, at: placed.adding(seconds: 600)) }
        if dice.comesUp(inMillion: 12_000) { adjust(customer, at: placed.adding(seconds: 90_000)) }
    }

    private mutating func lookForReward(_ customer: Customer, at moment: Instant) {
        // What Mia saves up she spends at the end.
        guard customer.id != TownPeople.mia.id || moment < now.adding(days: -60) else { return }
        ticketCount += 1
        add(.redeem(ticket: ticketCount, customer.id), at: moment)
        let later = moment.adding(seconds: dice.roll(3_600...8 * 86_400))
        switch dice.roll(1...100) {
        case ...68: add(.use(ticket: ticketCount), at: later)
        case ...82: add(.cancel(ticket: ticketCount), at: later)
        default: break
        }
    }

    private mutating func adjust(_ customer: Customer, at moment: Instant) {
        let isCredit = dice.comesUp(inMillion: 700_000)
        let points = Points(isCredit ? dice.roll(2...20) * 5 : -dice.roll(1...4) * 5)
        let reason = isCredit ? dice.pick(kindReasons) : "Booked twice by mistake"
        add(.adjust(points, reason: reason, customer.id), at: moment)
    }

    private mutating func add(_ step: Step, at moment: Instant) {
        if moment < now { steps.append((moment, step)) }
    }

    private mutating func moment(on day: Day, hour: Int) -> Instant {
        let seconds = Int64(hour - town.hoursAhead) * 3_600 + dice.roll(0...3_599)
        return Instant(milliseconds: 0).adding(days: Int(day.number)).adding(seconds: seconds)
    }
}

/// How many days are told, besides today.
let daysTold = 364

private let kindReasons = [
    "Goodwill: the order came late", "Thank you for the review", "Won at the summer fair", "Brought the boxes back",
]
