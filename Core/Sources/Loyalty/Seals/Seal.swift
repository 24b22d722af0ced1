/// A shop's books on one day: a hash over the last entries of all its members, chained to the seal before.
///
/// The hash of a member's entry covers all entries before it, so a seal covers every entry. Whoever noted an old seal
/// can tell whether anything that it covers was changed or removed since.
public struct Seal: Hashable, Sendable {
    public let shopID: Shop.ID
    /// 1 for the shop's first seal, and one more for each after it.
    public let number: Int64
    /// The last day that is covered, in the shop's time zone.
    public let day: Day
    /// The end of that day: what was recorded before it is covered.
    public let coversBefore: Instant
    public let contents: SealedContents

    /// How long after its end a day can be sealed, so that what was under way at midnight is in the books.
    public static let pauseSeconds: Int64 = 600

    public init(shopID: Shop.ID, number: Int64, day: Day, coversBefore: Instant, contents: SealedContents) {
        self.shopID = shopID
        self.number = number
        self.day = day
        self.coversBefore = coversBefore
        self.contents = contents
    }

    /// The bytes that the seal's hash covers, after the 32 bytes of the previous seal's hash (all zero for the first):
    /// shop, number, day, covers-before in milliseconds, members, entries, balance, members hash; as ``Netstrings``.
    public var canonicalBytes: [UInt8] {
        var fields = Netstrings()
        fields.append(shopID.text)
        fields.append(number)
        fields.append(day.description)
        fields.append(coversBefore.milliseconds)
        fields.append(contents.memberCount)
        fields.append(contents.entryCount)
        fields.append(contents.balance.count)
        fields.append(contents.membersHash)
        return fields.bytes
    }
}

/// What a seal says about a shop's books.
public struct SealedContents: Hashable, Sendable {
    /// Members that have entries.
    public let memberCount: Int64
    public let entryCount: Int64
    /// The sum of their balances.
    public let balance: Points
    /// SHA-256 over the canonical bytes of all members, in order of their ids.
    public let membersHash: [UInt8]

    public init(memberCount: Int64, entryCount: Int64, balance: Points, membersHash: [UInt8]) {
        self.memberCount = memberCount
        self.entryCount = entryCount
        self.balance = balance
        self.membersHash = membersHash
    }
}

/// A member's last entry that a seal covers.
public struct SealedMember: Sendable {
    public let customerID: Customer.ID
    public let sequence: Int64
    public let balance: Points
    public let hash: [UInt8]

    public init(customerID: Customer.ID, sequence: Int64, balance: Points, hash: [UInt8]) {
        self.customerID = customerID
        self.sequence = sequence
        self.balance = balance
        self.hash = hash
    }

    /// Adds what the members hash covers: the customer, the sequence, and the 32 bytes of the entry's hash.
    public func write(to fields: inout Netstrings) {
        fields.append(customerID.text)
        fields.append(sequence)
        fields.append(hash)
    }
}
