/// A `NUMERIC` as the server sends it: what sums of whole numbers are, so that they cannot overflow.
struct Numeric {
    private static let base: Int64 = 10_000
    private static let negative: UInt16 = 0x4000

    /// The number, where it is whole and fits; `nil` otherwise.
    let integer: Int64?

    /// - Parameter bytes: Big-endian words of 16 bits: how many digits, the power of 10,000 of the first, the sign, how
    ///   many decimal places, and the digits, each below 10,000.
    init(_ bytes: UnsafeRawBufferPointer) {
        let words = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
        }
        integer = words.count >= 4 ? Numeric.integer(words) : nil
    }

    private static func integer(_ words: [UInt16]) -> Int64? {
        let (digits, weight) = (words.dropFirst(4), Int(Int16(bitPattern: words[1])))
        guard words[2] == 0 || words[2] == negative, weight < 5 else { return nil }
        // Below zero all along, because there is one more number there than above.
        var sum: Int64 = 0
        for place in 0..<max(0, weight + 1) {
            let digit = place < digits.count ? Int64(digits[digits.startIndex + place]) : 0
            let (product, isTooLarge) = sum.multipliedReportingOverflow(by: base)
            let (difference, isTooSmall) = product.subtractingReportingOverflow(digit)
            guard !isTooLarge, !isTooSmall else { return nil }
            sum = difference
        }
        guard digits.dropFirst(max(0, weight + 1)).allSatisfy({ $0 == 0 }) else { return nil }
        guard words[2] == 0 else { return sum }
        return sum == .min ? nil : -sum
    }
}
