/// How many units of the shop's currency one unit of an order's own currency is worth.
///
/// It is kept as the decimal it was given as, so that a conversion is exact up to its one rounding.
public struct ExchangeRate: Hashable, Sendable, CustomStringConvertible {
    /// The digits without the decimal point, and how many of them stand behind it; without superfluous zeros.
    private let mantissa: Int128
    private let places: Int

    /// Takes an exact number from outside.
    /// - Parameter field: The input field it came from, for the message.
    /// - Throws: ``ExchangeRateRejection``.
    public init(_ decimal: Decimal, field: String) throws(ExchangeRateRejection) {
        var (mantissa, places) = (decimal.mantissa, decimal.places)
        while places > 0, mantissa % 10 == 0 {
            mantissa /= 10
            places -= 1
        }
        guard mantissa > 0 else { throw ExchangeRateRejection(.exchangeRateMustBeAboveZero, field: field) }
        guard places <= ExchangeRate.placesMax else {
            throw ExchangeRateRejection(.exchangeRateMustHaveTenDecimalsAtMost, field: field)
        }
        guard mantissa < powerOfTen(ExchangeRate.wholeDigitsMax + places) else {
            throw ExchangeRateRejection(.exchangeRateMustHaveTwelveDigitsAtMost, field: field)
        }
        self.mantissa = mantissa
        self.places = places
    }

    static let placesMax = 10
    static let wholeDigitsMax = 12

    /// The rate as an exact number.
    public var decimal: Decimal { Decimal(mantissa: mantissa, places: places) }

    var isOne: Bool { mantissa == 1 && places == 0 }

    /// The rate in plain decimals: `1.25`, `0.0068`.
    public var description: String { decimal.description }

    /// The amount in another currency, rounded once to its whole minor units, half a unit up.
    /// - Returns: `nil` for what does not fit in 64 bits.
    /// - Precondition: The amount is not below zero and within the limit of amounts, so that 128 bits hold the product.
    func converted(_ amount: Money, to currency: Currency) -> Int64? {
        let product = Int128(amount.minorUnits) * mantissa
        let shift = currency.places - amount.currency.places - places
        guard shift < 0 else { return Int64(exactly: product * powerOfTen(shift)) }
        return Int64(exactly: Rounding.halfUp.divide(product, by: powerOfTen(-shift)))
    }
}

private func powerOfTen(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// Why a number cannot be an exchange rate.
public struct ExchangeRateRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case exchangeRateMustBeAboveZero
        case exchangeRateMustHaveTenDecimalsAtMost
        case exchangeRateMustHaveTwelveDigitsAtMost
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String?) {
        self.rule = rule
        self.field = field
    }

    public var sentence: String {
        let subject = field ?? "The rate"
        return switch rule {
        case .exchangeRateMustBeAboveZero: "\(subject) must be above zero."
        case .exchangeRateMustHaveTenDecimalsAtMost: "\(subject) must have \(ExchangeRate.placesMax) decimals at most."
        case .exchangeRateMustHaveTwelveDigitsAtMost:
            "\(subject) must have \(ExchangeRate.wholeDigitsMax) digits before the decimal point at most."
        }
    }
}
