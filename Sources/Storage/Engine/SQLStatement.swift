/// One SQL statement with its values, written as a string literal: `"SELECT name FROM shop WHERE shop_id = \(shop)"`.
///
/// Interpolation binds and never splices: a value becomes a numbered parameter (`?1`, `?2`, …), so no value can become
/// SQL. The same literal always gives the same ``text``, which is what engines key their prepared statements by.
public struct SQLStatement: ExpressibleByStringInterpolation, Sendable {
    /// The SQL with numbered parameters.
    public let text: String
    /// The values, first parameter first.
    public let values: [SQLValue]

    public init(stringLiteral value: String) {
        text = value
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text.append(literal) }

        /// Writes SQL that several statements share, such as a list of columns. Only a literal can be one.
        public mutating func appendInterpolation(sql: StaticString) { text.append("\(sql)") }

        /// Binds each of several values, with commas between them; for `IN (…)`.
        public mutating func appendInterpolation(list: [some SQLConvertible]) {
            for (place, value) in list.enumerated() {
                if place > 0 { text.append(", ") }
                bind(value.sqlValue)
            }
        }

        public mutating func appendInterpolation(_ value: some SQLConvertible) { bind(value.sqlValue) }

        /// Binds a value or NULL. Without this overload the compiler warns that an optional is written out.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) { bind(value.sqlValue) }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            if values.count < parameters.count {
                text.append(parameters[values.count])
            } else {
                text.append("?\(values.count)")
            }
        }
    }
}

/// The names of parameters, ready made, because making them is what took most of a statement's time.
private let parameters = (0...256).map { "?\($0)" }
