/// The books of one shop, kept in memory in the plainest way there is: every figure is worked out anew from all that
/// happened. They follow the rules of points as they are written down, and share no code with the product.
public struct Books: Sendable {
    /// How far the shop's zone is from UTC, in milliseconds; its currency, and how many minor units that has.
    let zone: Int64
    let currency: String
    let unit: Int64
    var versions: [Version] = []
    /// What placed people otherwise before, with the last day of each.
    var pastPolicies: [(rules: Rules, lastDay: Int)] = []
    var people: [String: Person] = [:]
    var members: [String: Member] = [:]
    var purchases: [String: Filed] = [:]
    /// The ids of each customer's orders.
    var orders: [String: [String]] = [:]
    var guestOrders: [String: Purchase] = [:]
    var offers: [String: Offer] = [:]
    var tickets: [String: Ticket] = [:]
    var holds: [String: Hold] = [:]
    var given: [Given] = []
    /// The last day whose birthdays were kept.
    var birthdaysThrough: Int?
    var invitations: [String: Invitation] = [:]
    /// Whose account the latest step was about.
    public internal(set) var touched: Set<String> = []

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

    public init(zone: Int64, currency: String, unit: Int64) {
        self.zone = zone
        self.currency = currency
        self.unit = unit
    }

    /// Everybody who is a member.
    public var memberNames: [String] { members.keys.sorted() }

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
        let today = day(of: now)
        if let rules {
            let standing = standing(of: customer, on: today)
            figures.tier = rules.ladder[standing.rank].name
            figures.spending = standing.metric
        }
        if let grant = member.grant, grant.lastDay >= today { figures.grant = "\(grant.tier) through \(grant.lastDay)" }
        figures.hasLeft = member.hasLeft
        figures.orders = Int64((orders[customer] ?? []).count { purchases[$0]?.isCounted == true })
        figures.lots = (members[customer]?.credits ?? []).filter { $0.left > 0 }.map { credit in
            Figures.Lot(
                order: credit.order, availableAt: credit.availableAt, life: "\(credit.life)", left: credit.left)
        }
        return figures
    }

    func day(of instant: Int64) -> Int { Int((instant + zone) / Calendar.day) }
}
