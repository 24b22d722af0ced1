/// The part of an RFC 3339 time behind the `T`: clock, fraction and zone.
struct TimeOfDay {
    /// Milliseconds since midnight, moved to UTC; negative or beyond a day where the zone's offset says so.
    let millisecondsInUTC: Int64

    init?(_ text: some StringProtocol) {
        guard let zoneStart = text.firstIndex(where: { "Zz+-".contains($0) }) else { return nil }
        guard let clock = TimeOfDay.clock(text[..<zoneStart]), let offset = TimeOfDay.offset(text[zoneStart...]) else {
            return nil
        }
        millisecondsInUTC = clock - offset
    }

    private static func clock(_ text: some StringProtocol) -> Int64? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count <= 2, parts.count == 3, let hours = twoDigits(parts[0], below: 24),
            let minutes = twoDigits(parts[1], below: 60), let seconds = twoDigits(parts[2], below: 60)
        else { return nil }
        let whole = ((hours * 60 + minutes) * 60 + seconds) * 1_000
        guard halves.count == 2 else { return whole }
        return fraction(halves[1]).map { whole + $0 }
    }

    private static func fraction(_ text: some StringProtocol) -> Int64? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return Int64((text + "00").prefix(3))
    }

    private static func offset(_ text: some StringProtocol) -> Int64? {
        if text == "Z" || text == "z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = twoDigits(parts[0], below: 24), let minutes = twoDigits(parts[1], below: 60)
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000
    }

    private static func twoDigits(_ text: some StringProtocol, below limit: Int64) -> Int64? {
        guard text.utf8.count == 2, text.utf8.allSatisfy(isDigit), let value = Int64(text), value < limit else {
            return nil
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
