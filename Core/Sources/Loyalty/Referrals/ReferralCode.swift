/// The code a member invites others with: 8 symbols of Crockford's base 32, unique in the shop.
public enum ReferralCode {
    /// - Parameter random: 40 bits of it are used.
    public static func make(random: UInt64) -> String {
        String((0..<symbolCount).map { alphabet[Int(random >> (5 * UInt64($0)) & 31)] })
    }

    /// The code as it was made, of what somebody typed: in lower case, with blanks and hyphens, and with the letters
    /// that look like digits.
    public static func read(typed text: String) -> String {
        String(decoding: text.utf8.filter { !ignored.contains($0) }.map(symbol), as: UTF8.self)
    }

    /// Whether there can be such a code at all.
    public static func isPossible(_ code: String) -> Bool {
        code.utf8.count == symbolCount && code.utf8.allSatisfy(symbols.contains)
    }

    private static func symbol(of byte: UInt8) -> UInt8 {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & ~0x20 : byte
        return switch upper {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: upper
        }
    }
}

private let symbolCount = 8
private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
private let symbols = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
private let ignored = Array(" -".utf8)
