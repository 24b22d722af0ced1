import ExactJSON
import Loyalty
import Storage

extension MovedTable.Column {
    /// The value of a cell of an export; `nil` where the column cannot hold it.
    func value(of cell: JSONValue) -> SQLValue? {
        switch (kind, cell) {
        case (_, .null): return isOptional ? .null : nil
        case (.integer, .number(let number)):
            guard number.places == 0 else { return nil }
            return Int64(exactly: number.mantissa).map(SQLValue.integer)
        case (.text, .string(let text)): return text.utf8.contains(0) ? nil : .text(text)
        case (.bytes, .string(let digits)): return Hexadecimal.bytes(of: digits).map(SQLValue.bytes)
        default: return nil
        }
    }

    /// What the column takes, in words.
    var demand: String {
        let kind =
            switch kind {
            case .integer: "a whole number of 64 bits"
            case .text: "a text without the character U+0000"
            case .bytes: "bytes as pairs of hexadecimal digits"
            }
        return isOptional ? kind + ", or null" : kind
    }
}

extension JSONValue {
    /// A whole number.
    static func number(_ number: Int) -> JSONValue { .number(Decimal(mantissa: Int128(number), places: 0)) }
}
