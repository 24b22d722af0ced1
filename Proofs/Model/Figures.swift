/// A member's account as it can be seen from outside.
public struct Figures: Equatable, Sendable {
    public var balance: Int64 = 0
    public var available: Int64 = 0
    public var pending: Int64 = 0
    public var held: Int64 = 0
    public var earned: Int64 = 0
    public var redeemed: Int64 = 0
    public var expired: Int64 = 0
    public var tier = ""
    /// A tier given by hand and its last day, in words; empty where there is none.
    public var grant = ""
    public var spending: Int64 = 0
    public var orders: Int64 = 0
    public var hasLeft = false
    /// What is written down as left of each credit, in the order of their sequence; used up ones are left out. What is
    /// due but not yet done shows in the figures above, and not here.
    public var lots: [Lot] = []

    /// What is left of one credit.
    public struct Lot: Equatable, Sendable {
        public let order: String?
        public let availableAt: Int64
        /// How long it is good for, in words.
        public let life: String
        public let left: Int64

        public init(order: String?, availableAt: Int64, life: String, left: Int64) {
            self.order = order
            self.availableAt = availableAt
            self.life = life
            self.left = left
        }
    }

    public init() {}

    /// What differs from another account, in words.
    public func differences(from other: Figures) -> [String] {
        let figures: [(String, Int64, Int64)] = [
            ("balance", balance, other.balance), ("available", available, other.available),
            ("pending", pending, other.pending), ("held", held, other.held), ("earned", earned, other.earned),
            ("redeemed", redeemed, other.redeemed), ("expired", expired, other.expired),
            ("spending", spending, other.spending), ("orders", orders, other.orders),
        ]
        var words = figures.filter { $0.1 != $0.2 }.map { "\($0.0) is \($0.1), not \($0.2)" }
        if tier != other.tier { words.append("tier is \(tier), not \(other.tier)") }
        if hasLeft != other.hasLeft { words.append(hasLeft ? "gone, not there" : "there, not gone") }
        if grant != other.grant { words.append("grant is \(grant), not \(other.grant)") }
        if lots != other.lots { words.append("lots are \(spelled(lots)), not \(spelled(other.lots))") }
        return words
    }

    private func spelled(_ lots: [Lot]) -> String {
        let words = lots.map { lot in
            "\(lot.left) of \(lot.order ?? "-") \(lot.life) from \(lot.availableAt)"
        }
        return "[\(words.joined(separator: "; "))]"
    }
}
