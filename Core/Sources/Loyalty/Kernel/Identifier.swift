/// The platform's own name for an entity: an opaque text of 1 to 64 characters.
///
/// Identifiers of different entities are different types, so that a shop can never be passed where a customer is meant.
public struct Identifier<Entity>: Hashable, Sendable, CustomStringConvertible {
    /// The text exactly as the platform spells it; upper and lower case differ.
    public let text: String

    /// Takes a text from outside.
    /// - Parameter field: The input field the text came from, for the message.
    /// - Throws: ``IdentifierRejection`` when it is empty, over 64 characters or holds control characters.
    public init(_ text: String, field: String) throws(IdentifierRejection) {
        guard !text.isEmpty else { throw IdentifierRejection(.idMustNotBeEmpty, field: field) }
        guard text.unicodeScalars.count <= identifierLengthMax else {
            throw IdentifierRejection(.idMustHave64CharactersAtMost, field: field)
        }
        guard !text.unicodeScalars.contains(where: \.isControl) else {
            throw IdentifierRejection(.idMustNotHoldControlCharacters, field: field)
        }
        self.text = text
    }

    /// Takes a text that was checked before, such as one read from the database.
    public init(trusted text: String) { self.text = text }

    public var description: String { text }
}

private let identifierLengthMax = 64

/// Ids are compared byte by byte, as databases do: to Swift, a composed and a decomposed `é` are the same text, and so
/// one person could pass for another.
extension Identifier: Comparable {
    public static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// Why a text cannot name an entity.
public struct IdentifierRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case idMustNotBeEmpty
        case idMustHave64CharactersAtMost
        case idMustNotHoldControlCharacters
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String?) {
        self.rule = rule
        self.field = field
    }

    public var sentence: String {
        let subject = field ?? "The id"
        return switch rule {
        case .idMustNotBeEmpty: "\(subject) must not be empty."
        case .idMustHave64CharactersAtMost: "\(subject) must have 64 characters at most."
        case .idMustNotHoldControlCharacters: "\(subject) must not hold control characters."
        }
    }
}
