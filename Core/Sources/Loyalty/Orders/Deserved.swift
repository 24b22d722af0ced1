/// The terms an order earns by, taken when it first qualifies under an active program, and kept for good.
public struct OrderTerms: Hashable, Sendable {
    public let version: ProgramVersion
    /// The tier the member held just before this order, and what it multiplied by.
    public let tierKey: String
    public let multiplier: Rate

    public init(version: ProgramVersion, tierKey: String, multiplier: Rate) {
        self.version = version
        self.tierKey = tierKey
        self.multiplier = multiplier
    }
}

/// What an order in its latest state comes to.
public struct Deserved: Hashable, Sendable {
    public let points: Points
    /// Qualifying spending, in minor units of the shop's currency.
    public let spending: Int64
    /// Whether it counts as one of the member's orders.
    public let isCounted: Bool

    static let nothing = Deserved(points: .zero, spending: 0, isCounted: false)
}

/// What an order deserves: a pure function of its state and its terms, so that any sequence of states that ends in the
/// same one ends in the same points.
///
/// - Parameter terms: `nil` while the order has qualified under no active program; it still counts as spending.
/// - Throws: ``OrderRejection`` `pointsMustBeBelowTheLimit`, or for an amount that cannot be converted.
public func deserved(
    by order: Order, under terms: OrderTerms?, in shop: Shop
) throws(OrderRejection) -> Deserved {
    let program = terms?.version.program
    guard order.status.qualifies(on: program?.earnsOn ?? .delivery) else { return .nothing }
    let basis = program?.earningBasis ?? .orderTotal
    let isCounted = order.remaining(by: basis) > 0 || order.refunded == 0
    let remaining = try order.qualifying(by: basis, in: shop.currency)
    guard let terms else { return Deserved(points: .zero, spending: remaining, isCounted: isCounted) }
    return Deserved(
        points: try earnedPoints(for: remaining, under: terms), spending: remaining, isCounted: isCounted)
}

/// What an amount earns by an order's terms: nothing below the minimum spend, else the formula.
func earnedPoints(for minorUnits: Int64, under terms: OrderTerms) throws(OrderRejection) -> Points {
    let program = terms.version.program
    guard minorUnits >= program.minimumSpend.minorUnits else { return .zero }
    return try points(for: minorUnits, program: program, multiplier: terms.multiplier)
}

/// `round(Q in units × points per unit × multiplier)`, with one rounding at the end (SEMANTICS.md, What an order
/// earns).
func points(for minorUnits: Int64, program: Program, multiplier: Rate) throws(OrderRejection) -> Points {
    let product = earningProduct(of: minorUnits, program: program, multiplier: multiplier)
    let divisor = Int128(program.minimumSpend.currency.minorUnitsPerUnit) * 10_000 * 10_000
    let rounded = program.rounding.divide(product, by: divisor)
    guard rounded <= Int128(Points.limit.count) else {
        throw OrderRejection(.pointsMustBeBelowTheLimit, field: "total")
    }
    return Points(Int64(rounded))
}

/// The product before it is rounded, in units of `10^-8` of a minor unit.
func earningProduct(of minorUnits: Int64, program: Program, multiplier: Rate) -> Int128 {
    Int128(minorUnits) * Int128(program.pointsPerUnit.tenThousandths) * Int128(multiplier.tenThousandths)
}

extension Rounding {
    /// Divides numbers that are not negative.
    func divide(_ value: Int128, by divisor: Int128) -> Int128 {
        switch self {
        case .down: value / divisor
        case .halfUp: (value + divisor / 2) / divisor
        case .up: (value + divisor - 1) / divisor
        }
    }
}
