public import Loyalty

/// What has a form in JSON: adopt it, and ``JSONWriter`` takes your type wherever it takes a number.
public protocol JSONWritable {
    /// Writes exactly one value.
    func write(to json: inout JSONWriter)
}

extension JSONWritable {
    /// This value as a document of its own.
    public var jsonBytes: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }

    /// This value as a document of its own, in the form that databases keep.
    public var jsonText: String { String(decoding: jsonBytes, as: UTF8.self) }
}

extension String: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendText(self) }
}
extension Bool: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendWord(self ? "true" : "false") }
}
extension Int64: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendNumber(self) }
}
extension Int: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendNumber(Int64(self)) }
}
extension Points: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendNumber(count) }
}
extension Identifier: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendText(text) }
}
extension Day: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendDay(self) }
}
extension Instant: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendInstant(self) }
}
extension Decimal: JSONWritable {
    /// Writes the number without superfluous zeros.
    public func write(to json: inout JSONWriter) { json.appendDecimal(self) }
}
extension Rate: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.appendDecimal(Decimal(mantissa: Int128(tenThousandths), places: Rate.places))
    }
}
extension ExchangeRate: JSONWritable {
    public func write(to json: inout JSONWriter) { json.appendDecimal(decimal) }
}
extension Money: JSONWritable {
    /// Writes the amount as a number with no more decimals than it needs: `19.9`, `2000`.
    public func write(to json: inout JSONWriter) {
        json.appendDecimal(Decimal(mantissa: Int128(minorUnits), places: currency.places))
    }
}
extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes `null` for nothing.
    @inlinable public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { JSONValue.null.write(to: &json) }
    }
}
extension Array: JSONWritable where Element: JSONWritable {
    @inlinable public func write(to json: inout JSONWriter) {
        json.array(self) { json, element in element.write(to: &json) }
    }
}
extension JSONObject: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            for member in members { json.field(member.key, member.value) }
        }
    }
}
extension JSONValue: JSONWritable {
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.appendWord("null")
        case .bool(let value): value.write(to: &json)
        case .number(let value): value.write(to: &json)
        case .string(let value): value.write(to: &json)
        case .array(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        }
    }
}
