/// Fields written one after another so that no two lists of fields give the same bytes: each as its length in bytes in
/// decimal digits, a colon, the bytes themselves, and a comma. What hashes cover is written like this.
public struct Netstrings: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(reserving count: Int = 256) { bytes.reserveCapacity(count) }

    /// Begins anew in the same memory.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(field: $0) }
    }

    public mutating func append(_ field: [UInt8]) { field.withUnsafeBufferPointer { append(field: $0) } }

    /// A number in decimal digits; what is absent is an empty field.
    public mutating func append(_ number: Int64?) {
        guard let number else { return bytes.append(contentsOf: [UInt8(ascii: "0"), colon, comma]) }
        withDigits(of: number) { append(field: $0) }
    }

    private mutating func append(field: UnsafeBufferPointer<UInt8>) {
        withDigits(of: Int64(field.count)) { bytes.append(contentsOf: $0) }
        bytes.append(colon)
        bytes.append(contentsOf: field)
        bytes.append(comma)
    }
}

private let colon = UInt8(ascii: ":")
private let comma = UInt8(ascii: ",")
/// Those of the smallest number, with its sign.
private let digitsMax = 20

private func withDigits(of number: Int64, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digitsMax) { digits in
        var start = digitsMax
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 {
            start -= 1
            digits[start] = UInt8(ascii: "-")
        }
        body(UnsafeBufferPointer(rebasing: digits[start...]))
    }
}
