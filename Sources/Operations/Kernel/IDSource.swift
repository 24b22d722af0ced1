import Loyalty
import Synchronization

/// Draws ids in the manner of ULID: 48 bits of time and 80 random bits as 26 symbols, so that they sort by age.
///
/// Within one millisecond each is one more than the one before, so that what was made later also sorts later.
final class IDSource: Sendable {
    private let last = Mutex<UInt128>(0)

    /// - Parameter random: Ten random bytes.
    func next(at now: Instant, random: [UInt8]) -> String {
        var number = UInt128(UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF)
        for byte in random.prefix(10) { number = number << 8 | UInt128(byte) }
        number = last.withLock { last in
            last = last >> 80 == number >> 80 ? last + 1 : number
            return last
        }
        return text(of: number)
    }

    /// A text that sorts before every id drawn from a moment on, and after those drawn before it.
    static func first(at moment: Instant) -> String {
        text(of: UInt128(UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF) << 80)
    }
}

private func text(of number: UInt128) -> String {
    String((0..<26).reversed().map { alphabet[Int(number >> (5 * $0) & 31)] })
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
