import Loyalty

/// Ids in the manner of ULID: 48 bits of time and 80 random bits as 26 symbols, so that they sort by age.
enum TimeOrderedID {
    /// - Parameter random: Ten random bytes.
    static func text(at now: Instant, random: [UInt8]) -> String {
        var number = UInt128(UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF)
        for byte in random.prefix(10) { number = number << 8 | UInt128(byte) }
        return String((0..<26).reversed().map { alphabet[Int(number >> (5 * $0) & 31)] })
    }
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
