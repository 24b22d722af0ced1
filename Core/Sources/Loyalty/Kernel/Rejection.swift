/// Why something asked for was not done: the one rule that was broken.
///
/// A rejection changes nothing. Its ``code`` is stable and meant for programs, its ``sentence`` is meant for people.
public protocol Rejection: Error, Sendable {
    /// The rule in lower camel case, such as `balanceMustCoverCost`.
    var name: String { get }
    /// What went wrong, in one plain sentence.
    var sentence: String { get }
    /// The name of the input field at fault, where it is one field.
    var field: String? { get }
    /// What the caller can do about it.
    var kind: RejectionKind { get }
}

/// What a caller can do about a rejection.
public enum RejectionKind: Sendable {
    /// The input itself is wrong: correct it and call again.
    case badInput
    /// The thing named does not exist, or is not the caller's to see.
    case missing
    /// The input is right, but the state of things forbids it now.
    case conflict
    /// Too many tries: wait, then call again.
    case tooMany
}

extension Rejection {
    public var field: String? { nil }
    public var kind: RejectionKind { .badInput }

    /// The rule as the API names it: `balanceMustCoverCost` becomes `balance_must_cover_cost`.
    public var code: String {
        var text = ""
        var isInNumber = false
        for character in name {
            if character.isUppercase || (character.isNumber && !isInNumber) { text.append("_") }
            text.append(contentsOf: character.lowercased())
            isInNumber = character.isNumber
        }
        return text
    }
}

extension Rejection where Self: RawRepresentable, RawValue == String {
    public var name: String { rawValue }
}

/// A kind of rejection whose rules can be listed, so that the documentation explains each of them.
public protocol ListedRejection: Rejection {
    /// One rejection of each rule that a caller can break. Where its sentence begins with a field, that is called
    /// ``exampleField``.
    static var examples: [Self] { get }
}

extension ListedRejection where Self: CaseIterable {
    public static var examples: [Self] { Array(allCases) }
}

/// What fields are called in examples.
public let exampleField = "field"

/// A rejection that is a rule, and the field that breaks it where it is one.
public protocol RuledRejection: ListedRejection {
    associatedtype Rule: RawRepresentable<String>, CaseIterable, Sendable
    var rule: Rule { get }
    init(_ rule: Rule, field: String?)
}

extension RuledRejection {
    public var name: String { rule.rawValue }
    public static var examples: [Self] { Rule.allCases.map { Self($0, field: exampleField) } }
}
