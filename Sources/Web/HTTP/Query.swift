public import Hummingbird
public import Loyalty

private let queryLengthMax = 256

/// What stands behind the question mark, decoded.
public struct Query: Sendable {
    private let values: [String: String]

    /// - Throws: ``QueryRejection`` for broken escapes and for a name that comes twice.
    init(_ text: String?) throws(QueryRejection) {
        var values: [String: String] = [:]
        for pair in (text ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(formDecoded)
            guard let name = parts[0], let value = parts.count == 2 ? parts[1] : "" else {
                throw QueryRejection(rule: .queryMustBePercentEncoded, field: nil)
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw QueryRejection(rule: .parameterMustNotRepeat, field: name)
            }
        }
        self.values = values
    }

    /// The text of a parameter; `nil` where it is absent or empty.
    public func text(_ name: String) throws(QueryRejection) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard value.unicodeScalars.count <= queryLengthMax else {
            throw QueryRejection(rule: .parameterMustNotBeTooLong, field: name)
        }
        guard !value.unicodeScalars.contains(where: \.isControl) else {
            throw QueryRejection(rule: .parameterMustNotHoldControlCharacters, field: name)
        }
        return value
    }

    /// An id: `let shop: Shop.ID? = try request.query().id("shop_id")`; `nil` where it is absent or empty.
    public func id<Entity>(_ name: String) throws -> Identifier<Entity>? {
        try text(name).map { try Identifier($0, field: name) }
    }

    /// A whole number in a range.
    public func count(_ name: String, in range: ClosedRange<Int>, default usual: Int) throws(QueryRejection) -> Int {
        guard let text = try text(name) else { return usual }
        guard let count = Int(text), range.contains(count) else {
            throw QueryRejection(rule: .parameterMustBeInRange(range), field: name)
        }
        return count
    }

    /// A day, `2026-11-04`; `nil` where it is absent or empty.
    public func day(_ name: String) throws(QueryRejection) -> Day? {
        guard let text = try text(name) else { return nil }
        guard let day = Day(text) else { throw QueryRejection(rule: .parameterMustBeADay, field: name) }
        return day
    }

    /// `true` or `false`; `nil` where it is absent or empty.
    public func flag(_ name: String) throws(QueryRejection) -> Bool? {
        switch try text(name) {
        case nil: nil
        case "true": true
        case "false": false
        default: throw QueryRejection(rule: .parameterMustBeTrueOrFalse, field: name)
        }
    }
}

extension Request {
    /// - Throws: ``QueryRejection`` for broken escapes and for a name that comes twice.
    public func query() throws(QueryRejection) -> Query { try Query(uri.query) }
}
