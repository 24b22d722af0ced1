public import Loyalty

/// Why bytes are not a JSON document that is taken here.
public struct JSONRejection: ListedRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case bodyMustBeJson
        case bodyMustBeComplete
        case bodyMustBeUtf8
        case bodyMustNotNestDeeply
        case keyMustNotRepeat
        case numberMustBeExact
        case surrogatesMustBePaired
    }

    public let rule: Rule
    /// How many bytes stand before the fault.
    public let offset: Int

    init(_ rule: Rule, at offset: Int) {
        self.rule = rule
        self.offset = offset
    }

    public static var examples: [Self] { Rule.allCases.map { Self($0, at: 17) } }

    public var name: String { rule.rawValue }

    public var sentence: String {
        switch rule {
        case .bodyMustBeJson: "The body must be JSON, and is not at byte \(offset)."
        case .bodyMustBeComplete: "The body must be complete JSON, and is cut off at byte \(offset)."
        case .bodyMustBeUtf8: "The body must be UTF-8, and the text at byte \(offset) is not."
        case .bodyMustNotNestDeeply: "The body must not nest deeper than \(depthMax) levels; it does at byte \(offset)."
        case .keyMustNotRepeat: "The object at byte \(offset) must not have the same key twice."
        case .numberMustBeExact: "The number at byte \(offset) must be written as in JSON, with 30 digits at most."
        case .surrogatesMustBePaired: "The escape at byte \(offset) is half a character."
        }
    }
}
