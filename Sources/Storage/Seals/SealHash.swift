import Crypto
public import Loyalty

/// The chain that binds each seal to all before it: SHA-256 over the previous hash and the seal's canonical bytes.
public enum SealHash {
    /// What stands before a shop's first seal: 32 zero bytes.
    public static let none = [UInt8](repeating: 0, count: 32)

    public static func next(after previous: [UInt8], for seal: Seal) -> [UInt8] {
        Array(SHA256.hash(data: previous + seal.canonicalBytes))
    }
}

/// Adds up what a seal says about a shop's members, taken one after another in order of their ids.
public struct SealDigest: Sendable {
    private var hash = SHA256()
    private var fields = Netstrings()
    private var memberCount: Int64 = 0
    private var entryCount: Int64 = 0
    private var balance: Int64 = 0

    public init() {}

    public mutating func add(_ member: SealedMember) {
        fields.removeAll()
        member.write(to: &fields)
        fields.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        memberCount += 1
        entryCount &+= member.sequence
        balance &+= member.balance.count
    }

    public var contents: SealedContents {
        SealedContents(
            memberCount: memberCount, entryCount: entryCount, balance: Points(balance),
            membersHash: Array(hash.finalize()))
    }
}
