public import Loyalty

/// Which rule a field of a document breaks.
public struct FieldRejection: ListedRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case bodyMustBeAnObject
        case fieldIsRequired
        case fieldMustBeText
        case fieldMustNotBeTooLong
        case fieldMustNotHoldControlCharacters
        case fieldMustBeANumber
        case fieldMustBeWhole
        case fieldMustFitIn64Bits
        case fieldMustBeTrueOrFalse
        case fieldMustBeATime
        case fieldMustBeADay
        case fieldMustBeAnId
        case fieldMustBeAnObject
        case fieldMustBeAList
        case fieldMustNotHoldTooMany
    }

    public let rule: Rule
    /// The way to the field from the top: `lines[2].quantity`; `nil` for the body as a whole.
    public let field: String?
    /// How much is allowed, where the rule is one of quantity.
    public let limit: Int?

    public init(_ rule: Rule, _ field: String?, limit: Int? = nil) {
        self.rule = rule
        self.field = field
        self.limit = limit
    }

    public static var examples: [Self] {
        Rule.allCases.map { Self($0, $0 == .bodyMustBeAnObject ? nil : exampleField, limit: 100) }
    }

    public var name: String { rule.rawValue }

    public var sentence: String { "\(field ?? "The body") \(demand)." }

    private var demand: String {
        switch rule {
        case .fieldIsRequired: "is required"
        case .fieldMustBeText: "must be a text"
        case .fieldMustNotBeTooLong: "must have \(limit ?? 0) characters at most"
        case .fieldMustNotHoldControlCharacters: "must not hold control characters other than tabs and line feeds"
        case .fieldMustBeANumber: "must be a number, such as 19.99 or \"19.99\", with 30 digits at most"
        case .fieldMustBeWhole: "must be a whole number"
        case .fieldMustFitIn64Bits: "must lie between \(Int64.min) and \(Int64.max)"
        case .fieldMustBeTrueOrFalse: "must be true or false"
        case .fieldMustBeATime: "must be a time that exists, with its zone, such as 2026-11-04T10:00:00Z"
        case .fieldMustBeADay: "must be a day that exists, such as 2026-11-04"
        case .fieldMustBeAnId: "must be an id: a text, or a whole number"
        case .fieldMustBeAnObject, .bodyMustBeAnObject: "must be a JSON object"
        case .fieldMustBeAList: "must be a list"
        case .fieldMustNotHoldTooMany: "must hold \(limit ?? 0) elements at most"
        }
    }
}
