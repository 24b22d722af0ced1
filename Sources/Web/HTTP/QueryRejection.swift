public import Loyalty

/// Why what stands behind the question mark is not taken.
public struct QueryRejection: ListedRejection, Hashable {
    public enum Rule: Hashable, Sendable {
        case queryMustBePercentEncoded
        case parameterMustNotRepeat
        case parameterMustNotBeTooLong
        case parameterMustNotHoldControlCharacters
        case parameterMustBeInRange(ClosedRange<Int>)
        case parameterMustBeTrueOrFalse
        case parameterMustBeADay
        case cursorMustBeOneThatWasGiven
    }

    public let rule: Rule
    public let field: String?

    public static var examples: [Self] {
        let rules: [Rule] = [
            .queryMustBePercentEncoded, .parameterMustNotRepeat, .parameterMustNotBeTooLong,
            .parameterMustNotHoldControlCharacters, .parameterMustBeInRange(1...100), .parameterMustBeTrueOrFalse,
            .parameterMustBeADay, .cursorMustBeOneThatWasGiven,
        ]
        return rules.map { Self(rule: $0, field: exampleField) }
    }

    public var name: String {
        switch rule {
        case .queryMustBePercentEncoded: "queryMustBePercentEncoded"
        case .parameterMustNotRepeat: "parameterMustNotRepeat"
        case .parameterMustNotBeTooLong: "parameterMustNotBeTooLong"
        case .parameterMustNotHoldControlCharacters: "parameterMustNotHoldControlCharacters"
        case .parameterMustBeInRange: "parameterMustBeInRange"
        case .parameterMustBeTrueOrFalse: "parameterMustBeTrueOrFalse"
        case .parameterMustBeADay: "parameterMustBeADay"
        case .cursorMustBeOneThatWasGiven: "cursorMustBeOneThatWasGiven"
        }
    }

    public var sentence: String { "\(field ?? "The query") \(demand)." }

    private var demand: String {
        switch rule {
        case .queryMustBePercentEncoded: "must be percent-encoded UTF-8"
        case .parameterMustNotRepeat: "must not come twice"
        case .parameterMustNotBeTooLong: "must have 256 characters at most"
        case .parameterMustNotHoldControlCharacters: "must not hold control characters"
        case .parameterMustBeInRange(let range):
            "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .parameterMustBeTrueOrFalse: "must be true or false"
        case .parameterMustBeADay: "must be a day that exists, such as 2026-11-04"
        case .cursorMustBeOneThatWasGiven: "must be a next_cursor of the same list"
        }
    }
}
