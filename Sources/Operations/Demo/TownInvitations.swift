import Loyalty

/// Somebody's first visit to a shop.
struct FirstVisit: Sendable {
    let customer: Customer
    let at: Instant
    let comesAgain: Bool
}

/// Who invites whom in a year of a shop, and what its owner makes of the invitations that are kept for review.
struct TownInvitations {
    /// What happens, in no order.
    private(set) var steps: [(at: Instant, step: ShopYear.Step)] = []
    private let town: TownShop
    private let now: Instant
    /// Those who come more than once, in the order of their first visits.
    private let hosts: [FirstVisit]
    private var dice: Dice
    private var claimCount = 0
    private var brought: Set<Customer.ID> = []

    /// - Parameters:
    ///   - visits: Everybody who buys, Mia among them.
    ///   - newcomers: Customers who have bought nothing yet.
    init(to town: TownShop, _ visits: [FirstVisit], newcomers: [Customer], until now: Instant, _ dice: Dice) {
        self.town = town
        self.now = now
        self.dice = dice
        let visits = visits.sorted { ($0.at, $0.customer.id) < ($1.at, $1.customer.id) }
        hosts = visits.filter(\.comesAgain)
        let strangers = visits.filter { $0.customer.id != TownPeople.mia.id }
        bring(strangers)
        gather(newcomers)
        cheat(strangers)
    }

    /// Many of those who come later in the year come by an invitation, the first two of them by Mia's.
    private mutating func bring(_ friends: [FirstVisit]) {
        for friend in friends {
            let known = hosts.filter { $0.at.adding(days: daysToBeKnown) < friend.at }.map(\.customer)
            let mia = known.first { $0.id == TownPeople.mia.id }
            guard let mia, claimCount < 2 || dice.comesUp(inMillion: 350_000) else { continue }
            let host = claimCount < 2 ? mia : dice.pick(known)
            brought.insert(friend.customer.id)
            let claim = claim(friend.customer, from: host, at: friend.at.adding(seconds: -dice.roll(600...86_400)))
            // Some are found out afterwards, and what they had brought is taken back.
            guard claimCount % 6 == 4 else { continue }
            review(claim, .reject, "Pays with the card of the one who invited.", at: friend.at.adding(days: 12))
        }
    }

    /// Claims of the last days by people who have bought nothing yet. A shop that people walk into has a tablet for
    /// them, and the rules look twice at ten claims from one address.
    private mutating func gather(_ newcomers: [Customer]) {
        for (place, newcomer) in newcomers.enumerated() {
            let at = now.adding(days: -5).adding(seconds: Int64(place) * 39_600 + dice.roll(0...7_200))
            let address = "192.0.2.\(town.trade.ships ? 10 + place : 7)"
            _ = claim(newcomer, from: dice.pick(hosts).customer, at: at, address: address)
        }
        guard let first = newcomers.first, let host = hosts.last else { return }
        _ = claim(first, from: host.customer, at: now.adding(seconds: -1_800))
    }

    /// Second accounts, and claims of people who have bought before.
    private mutating func cheat(_ customers: [FirstVisit]) {
        let reachable = customers.filter { $0.comesAgain && $0.customer.email != nil }.map(\.customer)
        for (place, host) in reachable.prefix(2).enumerated() {
            let claim = claim(host.secondAccount, from: host, at: now.adding(days: -40 + 38 * place))
            if place == 0 { review(claim, .reject, "One person with two accounts.", at: now.adding(days: -38)) }
        }
        let regulars = customers.filter { $0.at < now.adding(days: -200) }.map(\.customer)
            .filter { !brought.contains($0.id) }.suffix(2)
        guard let host = hosts.first else { return }
        for (place, customer) in regulars.enumerated() where customer.id != host.customer.id {
            let claim = claim(customer, from: host.customer, at: now.adding(days: -30 + 26 * place))
            if place == 0 { review(claim, .release, "Was invited before the first order.", at: now.adding(days: -29)) }
        }
    }

    private mutating func claim(
        _ friend: Customer, from host: Customer, at moment: Instant, address: String? = nil
    ) -> Int {
        claimCount += 1
        steps.append((moment, .claim(ticket: claimCount, friend, by: host.id, from: address)))
        return claimCount
    }

    private mutating func review(_ claim: Int, _ verdict: ReferralVerdict, _ note: String, at moment: Instant) {
        steps.append((moment, .review(ticket: claim, verdict, note: note)))
    }
}

/// Who comes for the first time is not a member before the order has arrived.
private let daysToBeKnown = 6

extension Customer {
    /// The same person once more, with an address that reaches the same post box.
    fileprivate var secondAccount: Customer {
        Customer(
            id: Identifier(trusted: "\(id.text)02"), name: name,
            email: email?.split(separator: "@").joined(separator: "+2@"))
    }
}
