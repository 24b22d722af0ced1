import Model

/// Makes up what happens at the till: redemptions, codes used and cancelled, holds and their ends.
struct CheckoutWriter {
    private var tickets: [String] = []
    private var holds: [(name: String, points: Int64?)] = []

    mutating func redeem(_ dice: inout Dice) -> Event {
        let ticket = "R-\(tickets.count + 1)"
        tickets.append(ticket)
        return .redeem(ticket: ticket, customer: dice.someone(), offer: dice.pick(Scene.offers))
    }

    /// What somebody at the till does at once.
    func useLatest(_ dice: inout Dice) -> Event {
        let ticket = tickets.last ?? "R-0"
        return dice.happens(60) ? .use(ticket: ticket) : .cancel(ticket: ticket)
    }

    func use(_ dice: inout Dice) -> Event { .use(ticket: anyTicket(&dice)) }

    func cancel(_ dice: inout Dice) -> Event { .cancel(ticket: anyTicket(&dice)) }

    /// Mostly of points, and for minutes or hours.
    mutating func hold(_ dice: inout Dice) -> Event {
        let name = "H-\(holds.count + 1)"
        let seconds = dice.pick(weighed: [(70, dice.number(60...7_200)), (25, 86_400), (3, 0), (2, 86_401)])
        if dice.happens(40) {
            holds.append((name, nil))
            tickets.append(name)
            return .hold(name, customer: dice.someone(), .offer(dice.pick(Scene.offers)), seconds: seconds)
        }
        let points = dice.pick(weighed: [(90, dice.number(1...90)), (7, dice.number(90...900)), (3, 0)])
        holds.append((name, points))
        return .hold(name, customer: dice.someone(), .points(points), seconds: seconds)
    }

    /// Confirms one in full, in part or with more than it has, or lets go of it.
    func endHold(_ dice: inout Dice) -> Event {
        let latest = holds.suffix(dice.pick([1, 1, 4]))
        let (name, points) = latest.isEmpty ? ("H-0", 1) : dice.pick(dice.happens(85) ? Array(latest) : holds)
        if dice.happens(30) { return .release(hold: name) }
        guard let points, points > 0 else { return .confirm(hold: name, points: dice.happens(90) ? nil : 1) }
        let part = dice.pick(weighed: [
            (40, nil), (40, dice.number(1...points)), (10, points), (6, points + 1), (4, 0),
        ])
        return .confirm(hold: name, points: part)
    }

    /// Mostly one of the latest, so that it is often still good.
    private func anyTicket(_ dice: inout Dice) -> String {
        let latest = tickets.suffix(6)
        return latest.isEmpty ? "R-0" : dice.pick(dice.happens(80) ? Array(latest) : tickets)
    }
}
