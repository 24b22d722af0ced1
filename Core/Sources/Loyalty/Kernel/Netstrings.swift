/// Fields written one after another so that no two lists of fields give the same bytes: each as its length in bytes in
/// decimal digits, a colon, the bytes themselves, and a comma. What hashes cover is written like this.
public struct Netstrings: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(reserving count: Int = 256) { bytes.reserveCapacity(count) }

    /// Begins anew in the same memory.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { field in append(count: field.count) { $0.append(contentsOf: field) } }
    }

    public mutating func append(_ field: [UInt8]) {
        append(count: field.count) { $0.append(contentsOf: field) }
    }

    /// A number in decimal digits; what is absent is an empty field.
    public mutating func append(_ number: Int64?) {
        guard let number else { return append(count: 0) { _ in } }
        let count = number.magnitude.digitCount + (number < 0 ? 1 : 0)
        append(count: count) { bytes in
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(digitsOf: number.magnitude)
        }
    }

    private mutating func append(count: Int, _ field: (inout [UInt8]) -> Void) {
        bytes.append(digitsOf: UInt64(count))
        bytes.append(UInt8(ascii: ":"))
        field(&bytes)
        bytes.append(UInt8(ascii: ","))
    }
}

extension UInt64 {
    fileprivate var digitCount: Int {
        var count = 1
        var rest = self
        while rest >= 10 {
            count += 1
            rest /= 10
        }
        return count
    }
}

extension [UInt8] {
    fileprivate mutating func append(digitsOf number: UInt64) {
        let start = count
        var rest = number
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }
}
