/// The code a member invites others with: 8 symbols of Crockford's base 32, unique in the shop.
public enum ReferralCode {
    /// - Parameter random: 40 bits of it are used.
    public static func make(random: UInt64) -> String {
        String((0..<symbolCount).map { alphabet[Int(random >> (5 * UInt64($0)) & 31)] })
    }
}

private let symbolCount = 8
private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
