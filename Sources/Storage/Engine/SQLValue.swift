public import Loyalty

/// A value as both engines know it.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// What may be interpolated into a ``SQLStatement``.
public protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    public var sqlValue: SQLValue { self }
}
extension Int: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self) }
}
extension Bool: SQLConvertible {
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}
extension String: SQLConvertible {
    public var sqlValue: SQLValue { .text(self) }
}
extension [UInt8]: SQLConvertible {
    public var sqlValue: SQLValue { .bytes(self) }
}
extension Identifier: SQLConvertible {
    public var sqlValue: SQLValue { .text(text) }
}
extension Points: SQLConvertible {
    public var sqlValue: SQLValue { .integer(count) }
}
extension Rate: SQLConvertible {
    public var sqlValue: SQLValue { .integer(tenThousandths) }
}
extension Instant: SQLConvertible {
    public var sqlValue: SQLValue { .integer(milliseconds) }
}
extension Day: SQLConvertible {
    public var sqlValue: SQLValue { .integer(Int64(number)) }
}
extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
}
