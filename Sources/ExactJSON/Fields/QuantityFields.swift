public import Loyalty

/// A field whose value is none of those it can have.
public struct ChoiceRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(field: exampleField, choices: ["one", "another"])] }

    public let field: String?
    let choices: [String]

    public var name: String { "fieldMustBeOneOfItsChoices" }
    public var sentence: String { "\(field ?? "The field") must be one of \(choices.joined(separator: ", "))." }
}

/// A rate or multiplier that is finer or larger than rates are.
public struct RateRejection: ListedRejection, Hashable {
    public static var examples: [Self] { [Self(field: exampleField)] }

    public let field: String?

    public var name: String { "rateMustHaveFourDecimalsAtMost" }
    public var sentence: String {
        "\(field ?? "The rate") must have \(Rate.places) decimals at most, and fit in 64 bits."
    }
}

/// Readings that know what the rules count in.
extension JSONField {
    /// An amount in a currency, exact to its minor unit.
    /// - Throws: ``FieldRejection`` or ``MoneyRejection``.
    public func money(_ currency: Currency) throws -> Money { try Money(decimal(), currency, field: name) }

    /// A rate with four decimals at most.
    /// - Throws: ``FieldRejection`` or ``RateRejection``.
    public func rate() throws -> Rate {
        let decimal = try decimal()
        do {
            return Rate(tenThousandths: try decimal.scaled(toPlaces: Rate.places))
        } catch {
            throw RateRejection(field: name)
        }
    }

    /// One of the raw values of an enumeration.
    /// - Throws: ``FieldRejection`` or ``ChoiceRejection``, which lists them.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) throws -> Choice {
        guard case .string(let text) = value else { throw FieldRejection(.fieldMustBeText, name) }
        guard let choice = Choice(rawValue: text) else {
            throw ChoiceRejection(field: name, choices: Choice.allCases.map(\.rawValue))
        }
        return choice
    }
}

extension JSONFields {
    public func money(_ key: String, _ currency: Currency) throws -> Money { try required(key).money(currency) }
    public func optionalMoney(_ key: String, _ currency: Currency) throws -> Money? {
        try optional(key)?.money(currency)
    }
    public func optionalRate(_ key: String) throws -> Rate? { try optional(key)?.rate() }
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Choice.Type
    ) throws -> Choice {
        try required(key).choice(of: type)
    }
    public func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Choice.Type
    ) throws -> Choice? {
        try optional(key)?.choice(of: type)
    }
}
