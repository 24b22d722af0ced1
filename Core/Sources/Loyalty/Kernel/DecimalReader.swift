/// Reads the grammar of a JSON number, digit by digit, without ever going through floating point.
struct DecimalReader<Bytes: Collection> where Bytes.Element == UInt8 {
    private var rest: Bytes.SubSequence
    private var mantissa: Int128 = 0
    private var digitCount = 0
    private var places = 0

    init(_ bytes: Bytes) { rest = bytes[...] }

    mutating func read() -> Decimal? {
        let negative = take(asciiMinus)
        guard readWhole(), readFraction(), readExponent(), rest.isEmpty else { return nil }
        return normalised(negative ? -mantissa : mantissa)
    }

    /// One zero alone, or digits that do not begin with zero.
    private mutating func readWhole() -> Bool {
        if take(asciiZero) { return rest.first.map { !isDigit($0) } ?? true }
        return readDigits() > 0 && digitCount <= digitCountMax
    }

    private mutating func readFraction() -> Bool {
        guard take(asciiPoint) else { return true }
        let count = readDigits()
        places = count
        return count > 0 && digitCount <= digitCountMax
    }

    private mutating func readExponent() -> Bool {
        guard take(asciiLowerE) || take(asciiUpperE) else { return true }
        let negative = take(asciiMinus)
        if !negative { _ = take(asciiPlus) }
        var exponent = 0
        var count = 0
        while let byte = rest.first, isDigit(byte) {
            exponent = exponent * 10 + Int(byte - asciiZero)
            count += 1
            guard exponent <= digitCountMax else { return false }
            rest = rest.dropFirst()
        }
        places += negative ? exponent : -exponent
        return count > 0
    }

    private mutating func readDigits() -> Int {
        var count = 0
        while let byte = rest.first, isDigit(byte), digitCount <= digitCountMax {
            mantissa = mantissa * 10 + Int128(byte - asciiZero)
            digitCount += 1
            count += 1
            rest = rest.dropFirst()
        }
        return count
    }

    /// A negative count of places (an exponent above the decimals) is worked into the mantissa.
    private func normalised(_ value: Int128) -> Decimal? {
        guard places < 0 else { return Decimal(mantissa: value, places: places) }
        var whole = value
        for _ in places..<0 {
            let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            whole = product
        }
        return Decimal(mantissa: whole, places: 0)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= asciiZero && byte <= asciiNine }
}

private let digitCountMax = 30
private let asciiMinus = UInt8(ascii: "-")
private let asciiPlus = UInt8(ascii: "+")
private let asciiPoint = UInt8(ascii: ".")
private let asciiZero = UInt8(ascii: "0")
private let asciiNine = UInt8(ascii: "9")
private let asciiLowerE = UInt8(ascii: "e")
private let asciiUpperE = UInt8(ascii: "E")
