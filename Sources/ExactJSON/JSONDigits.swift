import Loyalty

// The numbers and times, digit by digit into the buffer: making a `String` of each would cost most of a page's time.
extension JSONWriter {
    mutating func appendNumber(_ number: Int64) {
        separate()
        if number < 0 { bytes.append(ASCII.minus) }
        appendDigits(number.magnitude)
    }

    /// A number in plain decimals, without superfluous zeros.
    mutating func appendDecimal(_ decimal: Decimal) {
        separate()
        var places = decimal.places
        // Longer numbers than quantities have are left to the slower general way.
        guard places <= 18, var digits = UInt64(exactly: decimal.mantissa.magnitude) else {
            bytes.append(contentsOf: decimal.description.utf8)
            return
        }
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        while places > 0, digits % 10 == 0 {
            digits /= 10
            unit /= 10
            places -= 1
        }
        if decimal.mantissa < 0 { bytes.append(ASCII.minus) }
        appendDigits(digits / unit)
        guard places > 0 else { return }
        bytes.append(ASCII.point)
        appendDigits(digits % unit, width: places)
    }

    /// `"2026-11-02"`
    mutating func appendDay(_ day: Day) {
        separate()
        bytes.append(ASCII.quote)
        appendDate(day)
        bytes.append(ASCII.quote)
    }

    /// `"2026-11-04T10:00:00Z"`; milliseconds are shown only where there are any.
    mutating func appendInstant(_ instant: Instant) {
        separate()
        bytes.append(ASCII.quote)
        let day = instant.utcDay
        let inDay = instant.milliseconds - Int64(day.number) * 86_400_000
        appendDate(day)
        append("T", inDay / 3_600_000, width: 2)
        append(":", inDay / 60_000 % 60, width: 2)
        append(":", inDay / 1_000 % 60, width: 2)
        if inDay % 1_000 != 0 { append(".", inDay % 1_000, width: 3) }
        bytes.append(UInt8(ascii: "Z"))
        bytes.append(ASCII.quote)
    }

    private mutating func appendDate(_ day: Day) {
        let (year, month, day) = day.date
        appendDigits(UInt64(clamping: year), width: 4)
        append("-", Int64(month), width: 2)
        append("-", Int64(day), width: 2)
    }

    private mutating func append(_ separator: Unicode.Scalar, _ number: Int64, width: Int) {
        bytes.append(UInt8(ascii: separator))
        appendDigits(UInt64(clamping: number), width: width)
    }

    private mutating func appendDigits(_ number: UInt64, width: Int = 1) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digitsMax) { digits in
            var (rest, first) = (number, digitsMax)
            repeat {
                first -= 1
                digits[first] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0 || digitsMax - first < width
            bytes.append(contentsOf: digits[first...])
        }
    }
}

/// What a number of 64 bits has at most.
private let digitsMax = 20
