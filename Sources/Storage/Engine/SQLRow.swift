public import Loyalty

/// Where an engine's row keeps its columns; the first column is 0.
///
/// It is an object, because what stands for a row is handed on from column to column.
public protocol SQLColumns: AnyObject {
    /// - Returns: `nil` where the column is NULL.
    func integer(at column: Int) -> Int64?
    func text(at column: Int) -> String?
    func bytes(at column: Int) -> [UInt8]?
    /// Whether the column holds that text, told without making another one.
    func isText(_ text: String, at column: Int) -> Bool
}

/// One row of a result, read column after column in the order of the SELECT list.
///
/// Reading in order means that a list of columns and the code that reads it can be compared line by line.
public struct SQLRow {
    private let columns: any SQLColumns
    private var next = 0

    public init(_ columns: any SQLColumns) { self.columns = columns }

    /// Goes back to the first column; an engine calls it between rows.
    public mutating func rewind() { next = 0 }

    public mutating func optionalInteger() -> Int64? {
        defer { next += 1 }
        return columns.integer(at: next)
    }

    public mutating func optionalText() -> String? {
        defer { next += 1 }
        return columns.text(at: next)
    }

    public mutating func optionalBytes() -> [UInt8]? {
        defer { next += 1 }
        return columns.bytes(at: next)
    }

    /// Goes past the next column if it holds that text, byte by byte.
    public mutating func skip(_ text: String) -> Bool {
        guard columns.isText(text, at: next) else { return false }
        next += 1
        return true
    }

    /// - Throws: ``StorageFailure/corrupt(_:)`` where the column is NULL, as do all that follow.
    public mutating func integer() throws -> Int64 { try required(optionalInteger()) }
    public mutating func text() throws -> String { try required(optionalText()) }
    public mutating func bytes() throws -> [UInt8] { try required(optionalBytes()) }

    public mutating func count() throws -> Int { Int(try integer()) }
    public mutating func flag() throws -> Bool { try integer() != 0 }
    public mutating func points() throws -> Points { Points(try integer()) }
    public mutating func rate() throws -> Rate { Rate(tenThousandths: try integer()) }
    public mutating func day() throws -> Day { try day(try integer()) }
    public mutating func optionalDay() throws -> Day? { try optionalInteger().map(day) }
    public mutating func instant() throws -> Instant { Instant(milliseconds: try integer()) }
    public mutating func optionalInstant() -> Instant? { optionalInteger().map(Instant.init(milliseconds:)) }
    public mutating func id<Entity>() throws -> Identifier<Entity> { Identifier(trusted: try text()) }
    public mutating func optionalID<Entity>() -> Identifier<Entity>? { optionalText().map(Identifier.init(trusted:)) }

    /// A text that is one of an enumeration's raw values.
    public mutating func value<Value: RawRepresentable<String>>(of type: Value.Type) throws -> Value {
        let text = try text()
        guard let value = Value(rawValue: text) else {
            throw StorageFailure.corrupt("\(text) is no \(Value.self)")
        }
        return value
    }

    private func day(_ number: Int64) throws -> Day {
        guard let number = Int32(exactly: number) else { throw StorageFailure.corrupt("\(number) is no day") }
        return Day(number: number)
    }

    private func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw StorageFailure.corrupt("column \(next) is NULL") }
        return value
    }
}
