/// An order that nobody placed, to show what a program gives for it.
public struct SampleOrder: Hashable, Sendable {
    public let total: Money
    public let tier: Tier
    /// What the version in force gives for it; `nil` where there is none, or none with that tier.
    public let before: Points?
    public let after: Points
    /// How the points come about.
    public let working: Working

    /// How an order's points come about.
    public enum Working: Hashable, Sendable {
        /// The program is off.
        case off
        case belowMinimum(Money)
        /// The product of the total, the rate and the multiplier, and how it is rounded; `nil` where it is whole.
        case product(rate: Rate, multiplier: Rate, exact: Decimal, rounding: Rounding?)
    }

    /// The working in plain words: `500.00 × 1 × 1.25 = 625`.
    public var arithmetic: String {
        switch working {
        case .off: return "The program is off: 0"
        case .belowMinimum(let minimum): return "\(total) is below the minimum spend of \(minimum): 0"
        case .product(let rate, let multiplier, let exact, let rounding):
            let factors = "\(total) × \(rate) × \(multiplier) = \(exact)"
            return rounding.map { "\(factors), rounded \($0.words): \(after)" } ?? factors
        }
    }
}

extension ProgramPreview {
    /// Three orders: a small one on the lowest tier, a larger one halfway up, a large one on the highest; the last two
    /// reach the minimum spend.
    public var sampleOrders: [SampleOrder] {
        let ladder = next.program.tiers.ladder
        let (minimum, currency) = (next.program.minimumSpend.minorUnits, next.program.minimumSpend.currency)
        let ranks = [0, ladder.tiers.count / 2, ladder.tiers.count - 1]
        return zip(sampleTotals, ranks).enumerated().map { place, sample in
            let (units, rank) = sample
            let plain = units * currency.minorUnitsPerUnit / 100
            let total = Money(minorUnits: place == 0 || plain >= minimum ? plain : plain + minimum, currency)
            let known = newest.flatMap { version in
                version.tiers.ladder.rank(of: ladder[rank].key).map { (version.program, version.tiers.ladder[$0]) }
            }
            return SampleOrder(
                total: total, tier: ladder[rank], before: known.map { $0.points(for: total, on: $1) },
                after: next.program.points(for: total, on: ladder[rank]),
                working: next.program.working(for: total, on: ladder[rank]))
        }
    }
}

extension Program {
    /// What an order of so much earns on a tier.
    fileprivate func points(for total: Money, on tier: Tier) -> Points {
        guard isActive, total.minorUnits >= minimumSpend.minorUnits else { return .zero }
        do {
            return try Loyalty.points(for: total.minorUnits, program: self, multiplier: tier.multiplier)
        } catch {
            return .limit
        }
    }

    fileprivate func working(for total: Money, on tier: Tier) -> SampleOrder.Working {
        guard isActive else { return .off }
        guard total.minorUnits >= minimumSpend.minorUnits else { return .belowMinimum(minimumSpend) }
        let product =
            Int128(total.minorUnits) * Int128(pointsPerUnit.tenThousandths) * Int128(tier.multiplier.tenThousandths)
        let exact = Decimal(mantissa: product, places: total.currency.places + 2 * Rate.places)
        let isWhole = exact.description == points(for: total, on: tier).description
        return .product(
            rate: pointsPerUnit, multiplier: tier.multiplier, exact: exact, rounding: isWhole ? nil : rounding)
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

/// In hundredths of a unit of the currency.
private let sampleTotals: [Int64] = [1_999, 12_345, 100_000]
