public import Loyalty

/// One SQL statement with its values, written as a string literal: `"SELECT name FROM shop WHERE shop_id = \(shop)"`.
///
/// Interpolation binds and never splices: a value becomes a numbered parameter (`?1`, `?2`, …), so no value can become
/// SQL. The same literal always gives the same ``text``, which is what engines key their prepared statements by.
public struct SQLStatement: ExpressibleByStringInterpolation, Equatable, Sendable {
    /// The SQL with places for the values.
    public let text: SQLText
    /// The values, first parameter first.
    public let values: [SQLValue]

    public init(stringLiteral literal: StaticString) {
        text = SQLText(literal)
        values = []
    }

    /// Takes SQL that is put together at run time, such as that of the schema. It must not hold anybody's words.
    public init(written text: String) {
        self.text = SQLText(written: text)
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text: SQLText
        fileprivate var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text = SQLText(reserving: 2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) { text.append(literal) }

        /// Writes SQL that several statements share, such as a list of columns. Only a literal can be one.
        public mutating func appendInterpolation(sql: StaticString) { text.append(sql) }

        /// Binds each of several values, with commas between them; for `IN (…)`.
        public mutating func appendInterpolation(list: [some SQLConvertible]) {
            for (place, value) in list.enumerated() {
                if place > 0 { text.append(", ") }
                bind(value.sqlValue)
            }
        }

        public mutating func appendInterpolation(_ value: some SQLConvertible) { bind(value.sqlValue) }

        /// Binds a shop, and notes that it is one.
        public mutating func appendInterpolation(_ shop: Shop.ID) {
            values.append(.text(shop.text))
            text.appendShop()
        }

        /// Binds a value or NULL. Without this overload the compiler warns that an optional is written out.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) { bind(value.sqlValue) }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text.appendParameter()
        }
    }
}
