/// An amount of money in whole minor units (cents, and the like) of one currency.
public struct Money: Hashable, Sendable, CustomStringConvertible {
    /// Cents for USD, whole yen for JPY, fils for KWD.
    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Takes an exact number from outside.
    /// - Parameter field: The input field it came from, for the message.
    /// - Throws: ``MoneyRejection`` when it is finer than the currency or beyond ``limit``.
    public init(_ decimal: Decimal, _ currency: Currency, field: String) throws(MoneyRejection) {
        do {
            minorUnits = try decimal.scaled(toPlaces: currency.places)
        } catch {
            switch error {
            case .mustNotBeFiner: throw MoneyRejection(.amountMustNotBeFinerThanTheCurrency, field: field)
            case .mustFitIn64Bits: throw MoneyRejection(.amountMustBeBelowTheLimit, field: field)
            }
        }
        guard (-Money.limit...Money.limit).contains(minorUnits) else {
            throw MoneyRejection(.amountMustBeBelowTheLimit, field: field)
        }
        self.currency = currency
    }

    /// The largest amount taken, in minor units: ten trillion, so that sums stay far from 64 bits.
    public static let limit: Int64 = 10_000_000_000_000

    /// The amount with all the decimals its currency has: `1999.00`, `500`, `1.250`.
    public var description: String {
        guard currency.places > 0 else { return String(minorUnits) }
        let digits = String(minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, currency.places + 1 - digits.count)) + digits
        return "\(minorUnits < 0 ? "-" : "")\(padded.dropLast(currency.places)).\(padded.suffix(currency.places))"
    }
}

/// Why a number cannot be an amount of money.
public struct MoneyRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case amountMustNotBeFinerThanTheCurrency
        case amountMustBeBelowTheLimit
        case amountMustNotBeNegative
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String?) {
        self.rule = rule
        self.field = field
    }

    public var sentence: String {
        let subject = field ?? "The amount"
        return switch rule {
        case .amountMustNotBeFinerThanTheCurrency: "\(subject) must not have more decimals than the currency has."
        case .amountMustBeBelowTheLimit: "\(subject) must be at most \(Money.limit) minor units."
        case .amountMustNotBeNegative: "\(subject) must not be negative."
        }
    }
}
