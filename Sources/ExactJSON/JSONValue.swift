public import Loyalty

/// A JSON document, or a part of one, whose numbers keep every digit they were written with.
///
/// Two numbers are equal when they were written with the same digits: `1.0` and `1` are not.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// Reads one whole document of RFC 8259, without any of the liberties parsers may take.
    /// - Throws: ``JSONRejection`` with the rule that was broken and the byte where.
    public init(parsing bytes: [UInt8]) throws(JSONRejection) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }

    /// Reads one whole document, such as one that was stored as text.
    /// - Throws: ``JSONRejection``, as above.
    public init(parsing text: String) throws(JSONRejection) {
        try self.init(parsing: Array(text.utf8))
    }

    /// The member of that key; `nil` where there is none, or where this is not an object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// The element at that position; `nil` where there is none, or where this is not an array.
    public subscript(position: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(position) else { return nil }
        return elements[position]
    }
}

extension JSONValue: CustomStringConvertible {
    /// The document as JSON without blanks.
    public var description: String { jsonText }
}
