/// Reads dates and times in the profile of ISO 8601 in RFC 3339, byte by byte: every order brings some.
struct TimeReader {
    private var rest: UnsafeBufferPointer<UInt8>.SubSequence

    /// Has a text read from its first byte to its last.
    /// - Returns: What was read, or `nil` where something is left.
    static func read<Value>(_ text: some StringProtocol, _ body: (inout TimeReader) -> Value?) -> Value? {
        var text = String(text)
        return text.withUTF8 { bytes in
            var reader = TimeReader(rest: bytes[...])
            let value = body(&reader)
            return reader.rest.isEmpty ? value : nil
        }
    }

    /// `2026-11-02`
    mutating func day() -> Day? {
        guard let year = number(ofDigits: 4), take("-"), let month = number(ofDigits: 2), take("-"),
            let day = number(ofDigits: 2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// What stands between a day and a time.
    mutating func divider() -> Bool { take("T") || take("t") || take(" ") }

    /// `13:00:00.250+03:00`, in milliseconds since midnight, moved to UTC: negative or beyond a day where the zone's
    /// offset says so.
    mutating func timeInUTC() -> Int64? {
        guard let minutes = minutes(), take(":"), let seconds = number(ofDigits: 2), seconds < 60,
            let milliseconds = fraction(), let offset = offset()
        else { return nil }
        return Int64(((minutes - offset) * 60 + seconds) * 1_000 + milliseconds)
    }

    /// `13:30`, in minutes.
    private mutating func minutes() -> Int? {
        guard let hours = number(ofDigits: 2), hours < 24, take(":"), let minutes = number(ofDigits: 2), minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    /// One to nine decimals in milliseconds, of which those beyond are cut off; 0 where there are none.
    private mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        var (milliseconds, digitCount) = (0, 0)
        while let digit = digit() {
            digitCount += 1
            if digitCount <= 3 { milliseconds = milliseconds * 10 + digit }
        }
        guard (1...9).contains(digitCount) else { return nil }
        for _ in digitCount..<max(3, digitCount) { milliseconds *= 10 }
        return milliseconds
    }

    /// `Z` or `+03:00`, in minutes.
    private mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isBehind = take("-")
        guard isBehind || take("+"), let minutes = minutes() else { return nil }
        return isBehind ? -minutes : minutes
    }

    private mutating func number(ofDigits count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (zero...nine).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - zero)
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: symbol) else { return false }
        rest.removeFirst()
        return true
    }
}

private let zero = UInt8(ascii: "0")
private let nine = UInt8(ascii: "9")
