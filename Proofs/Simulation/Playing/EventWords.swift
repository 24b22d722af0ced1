import Model

extension Event {
    /// Such as `order    A-1   mia    42.00  delivered`.
    func words(unit: Int64) -> String {
        switch self {
        case .order(let purchase):
            let customer = purchase.customer.isEmpty ? "guest" : purchase.customer
            let unit = purchase.money?.unit ?? unit
            return line(purchase.id, customer, amount(purchase.total, unit), purchase.status)
                + purchase.details(unit: unit)
        case .claimOrder(let order, let customer, let isForOneself):
            return line(order, customer, isForOneself ? "in person" : "")
        case .program(let rules): return line() + rules.details(unit: unit)
        case .offer(let name, let offer): return line(name) + offer.details
        case .redeem(let ticket, let customer, let offer): return line(ticket, customer, offer)
        case .upkeep: return line()
        case .use(let ticket): return line(ticket)
        case .cancel(let ticket): return line(ticket)
        case .hold(let name, let customer, let wish, let seconds):
            return line(name, customer, wish.words, "for \(seconds) s")
        case .confirm(let hold, let points): return line(hold, points.map(String.init) ?? "all")
        case .release(let hold): return line(hold)
        case .adjust(let customer, let points, let reason):
            return line(customer, String(points)) + " \"\(reason)\""
        case .person, .join, .leave, .bonus, .invite, .decide, .grant, .revoke: return peopleWords
        }
    }

    /// What happens, in a word.
    var verb: String {
        switch self {
        case .order: "order"
        case .claimOrder: "claim"
        case .person: "person"
        case .join: "join"
        case .leave: "leave"
        case .program: "program"
        case .offer: "offer"
        case .redeem: "redeem"
        case .use: "use"
        case .cancel: "cancel"
        case .hold: "hold"
        case .confirm: "confirm"
        case .release: "release"
        case .bonus: "bonus"
        case .invite: "invite"
        case .decide(_, let isReleased): isReleased ? "accept" : "reject"
        case .grant: "grant"
        case .revoke: "revoke"
        case .adjust: "adjust"
        case .upkeep: "upkeep"
        }
    }

    private func line(_ words: String...) -> String {
        ([padded(verb, 8)] + words.map { padded($0, 6) }).joined(separator: " ")
    }

    private var peopleWords: String {
        switch self {
        case .person(let name, let person): line(name) + person.words
        case .join(let customer), .leave(let customer): line(customer)
        case .bonus(let report):
            line(report.event, report.reference, report.customer)
                + (report.occurredAt.map { "occurred \($0)" } ?? "")
        case .invite(let name, let referee, let referrer, let address):
            line(name, referee, "by \(referrer)", address ?? "")
        case .decide(let invitation, _): line(invitation)
        case .grant(let customer, let tier, let lastDay, let reason):
            line(customer, tier, "through \(lastDay)") + " \"\(reason)\""
        case .revoke(let customer): line(customer)
        default: ""
        }
    }
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

extension HoldWish {
    fileprivate var words: String {
        switch self {
        case .points(let points): String(points)
        case .offer(let name): name
        }
    }
}
