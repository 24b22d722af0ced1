/// One line of a member's ledger: immutable, numbered without gaps, chained to the one before it.
public struct Entry: Hashable, Sendable {
    public let shopID: Shop.ID
    public let customerID: Customer.ID
    /// 1 for the member's first entry, and one more for each after it.
    public let sequence: Int64
    public let kind: EntryKind
    /// Credits are positive, debits negative.
    public let points: Points
    public let balanceAfter: Points
    /// What the entry is about: the id of an order, a redemption or a referral; empty where there is none.
    public let reference: String
    /// In plain words, as the member's history shows it.
    public let description: String
    /// Who caused it: a user id, the name of a key, or `tuzo` for the server itself.
    public let actor: String
    /// When the event occurred; expiry counts from here.
    public let occurredAt: Instant
    /// When it was written down.
    public private(set) var recordedAt: Instant
    /// The number of the program version that decided it; `nil` where none did.
    public let programVersion: Int?

    public init(
        shopID: Shop.ID, customerID: Customer.ID, sequence: Int64, kind: EntryKind, points: Points,
        balanceAfter: Points, reference: String, description: String, actor: String, occurredAt: Instant,
        recordedAt: Instant, programVersion: Int?
    ) {
        self.shopID = shopID
        self.customerID = customerID
        self.sequence = sequence
        self.kind = kind
        self.points = points
        self.balanceAfter = balanceAfter
        self.reference = reference
        self.description = description
        self.actor = actor
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.programVersion = programVersion
    }

    /// How many points were moved, in whichever direction.
    public var moved: Points { Points(Int64(clamping: points.count.magnitude)) }

    /// Has it written down at a moment at the earliest, also where the clock has stepped back since.
    public mutating func record(noEarlierThan moment: Instant) { recordedAt = max(recordedAt, moment) }

    /// The bytes that the entry's hash covers, after the 32 bytes of the previous entry's hash (all zero for the
    /// first).
    ///
    /// Every field in the order of declaration, as ``Netstrings``: texts in UTF-8, numbers in decimal, instants in
    /// milliseconds, an absent version as an empty field.
    public var canonicalBytes: [UInt8] {
        var fields = Netstrings()
        write(to: &fields)
        return fields.bytes
    }

    /// Adds the canonical bytes to others.
    public func write(to fields: inout Netstrings) {
        fields.append(shopID.text)
        fields.append(customerID.text)
        fields.append(sequence)
        fields.append(kind.rawValue)
        fields.append(points.count)
        fields.append(balanceAfter.count)
        fields.append(reference)
        fields.append(description)
        fields.append(actor)
        fields.append(occurredAt.milliseconds)
        fields.append(recordedAt.milliseconds)
        fields.append(programVersion.map { Int64($0) })
    }
}
