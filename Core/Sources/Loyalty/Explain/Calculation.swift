/// How an amount became points: every factor, the product before the one rounding, and what came out.
public struct Calculation: Hashable, Sendable {
    public let terms: OrderTerms
    /// `Q`: what of the order earns, in the shop's currency.
    public let qualifying: Money
    /// `Q` in units × points per unit × multiplier, exactly, whether the minimum was reached or not.
    public let product: Decimal
    /// What the order deserves by it.
    public let points: Points

    /// - Returns: `nil` for an order that deserves more points than an account can hold, which no order does that was
    ///   taken.
    init?(of qualifying: Int64, under terms: OrderTerms) {
        let program = terms.version.program
        let currency = program.minimumSpend.currency
        self.terms = terms
        self.qualifying = Money(minorUnits: qualifying, currency)
        product = Decimal(
            mantissa: earningProduct(of: qualifying, program: program, multiplier: terms.multiplier),
            places: currency.places + 2 * Rate.places)
        do { points = try earnedPoints(for: qualifying, under: terms) } catch { return nil }
    }

    public var minimumIsReached: Bool { qualifying.minorUnits >= terms.version.program.minimumSpend.minorUnits }

    /// The tier as people call it.
    public var tierName: String {
        terms.version.program.tiers.ladder.tiers.first { $0.key == terms.tierKey }?.name
            ?? Tier.name(for: terms.tierKey)
    }

    /// `19.99 KES × 1 × 1.25 (Silver) = 24.9875, rounded down to 24`
    var words: String {
        let program = terms.version.program
        return "\(qualifying) \(qualifying.currency) × \(program.pointsPerUnit) × \(terms.multiplier) (\(tierName)) "
            + "= \(product), rounded \(program.rounding.words) to \(points)"
    }
}

extension Rounding {
    fileprivate var words: String {
        switch self {
        case .down: "down"
        case .halfUp: "half up"
        case .up: "up"
        }
    }
}
