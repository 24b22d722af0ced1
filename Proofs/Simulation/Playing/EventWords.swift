import Model

extension Event {
    /// Such as `order    A-1   mia    42.00  delivered`.
    func words(unit: Int64) -> String {
        switch self {
        case .order(let purchase):
            let customer = purchase.customer.isEmpty ? "guest" : purchase.customer
            let unit = purchase.money?.unit ?? unit
            return line("order", purchase.id, customer, amount(purchase.total, unit), purchase.status)
                + purchase.details(unit: unit)
        case .claimOrder(let order, let customer, let isForOneself):
            return line("claim", order, customer, isForOneself ? "in person" : "")
        case .program(let rules): return line("program") + rules.details(unit: unit)
        case .offer(let name, let offer): return line("offer", name) + offer.details
        case .redeem(let ticket, let customer, let offer): return line("redeem", ticket, customer, offer)
        case .upkeep: return line("upkeep")
        case .use(let ticket): return line("use", ticket)
        case .cancel(let ticket): return line("cancel", ticket)
        case .hold(let name, let customer, let wish, let seconds):
            return line("hold", name, customer, wish.words, "for \(seconds) s")
        case .confirm(let hold, let points): return line("confirm", hold, points.map(String.init) ?? "all")
        case .release(let hold): return line("release", hold)
        case .adjust(let customer, let points, let reason):
            return line("adjust", customer, String(points)) + " \"\(reason)\""
        case .person, .join, .bonus, .invite, .decide, .grant, .revoke: return peopleWords
        }
    }

    private var peopleWords: String {
        switch self {
        case .person(let name, let person): line("person", name) + person.words
        case .join(let customer): line("join", customer)
        case .bonus(let report):
            line("bonus", report.event, report.reference, report.customer)
                + (report.occurredAt.map { "occurred \($0)" } ?? "")
        case .invite(let name, let referee, let referrer, let address):
            line("invite", name, referee, "by \(referrer)", address ?? "")
        case .decide(let invitation, let isReleased): line(isReleased ? "let pass" : "reject", invitation)
        case .grant(let customer, let tier, let lastDay, let reason):
            line("grant", customer, tier, "through \(lastDay)") + " \"\(reason)\""
        case .revoke(let customer): line("revoke", customer)
        default: ""
        }
    }
}

private func line(_ verb: String, _ words: String...) -> String {
    ([padded(verb, 8)] + words.map { padded($0, 6) }).joined(separator: " ")
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
