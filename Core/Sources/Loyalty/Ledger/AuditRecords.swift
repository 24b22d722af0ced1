/// Everything that is written about one member, as the database has it.
public struct AuditRecords: Sendable {
    public let customerID: Customer.ID
    /// `nil` where only other rows name the member.
    public var member: Member?
    /// Rising by sequence.
    public var entries: [AuditEntry] = []
    /// Rising by sequence.
    public var lots: [Lot] = []
    public var uses: [AuditUse] = []
    public var orders: [HeldOrder] = []
    /// Minor units by day.
    public var spending: [(day: Day, minorUnits: Int64)] = []
    /// Rising by number.
    public var tierChanges: [TierChange] = []
    public var redemptions: [Redemption] = []
    public var holds: [Hold] = []
    public var warnings: [ExpiryWarning] = []
    public var bonuses: [Bonus] = []
    /// Referrals by which the member was invited.
    public var claims: [AuditClaim] = []
    /// Referrals by which the member has invited others.
    public var invitations: [Referral] = []
    /// Rows that do not even hold what the schema promises, with what is wrong.
    public var unreadable: [(row: String, reason: String)] = []

    public init(_ customerID: Customer.ID) { self.customerID = customerID }
}

/// An entry with what the database keeps beside it.
public struct AuditEntry: Sendable {
    public let entry: Entry
    /// The day it is booked on.
    public let occurredOn: Day
    public let hash: [UInt8]
    /// What of an order earned when it was posted; `nil` for other entries.
    public let basisAmount: Int64?

    public init(entry: Entry, occurredOn: Day, hash: [UInt8], basisAmount: Int64?) {
        self.entry = entry
        self.occurredOn = occurredOn
        self.hash = hash
        self.basisAmount = basisAmount
    }

    /// Every credit opens a lot, but for those that give points back to the lots they came from.
    var opensLot: Bool { entry.points > .zero && entry.kind != .reversedRedemption && entry.kind != .expired }
}

/// What one entry took from one lot.
public struct AuditUse: Sendable {
    public let entrySequence: Int64
    public let use: LotUse

    public init(entrySequence: Int64, use: LotUse) {
        self.entrySequence = entrySequence
        self.use = use
    }
}

/// What a member's records are held against.
public struct AuditContext: Sendable {
    public let shop: Shop
    /// All versions of the shop's program, rising by number.
    public let versions: [ProgramVersion]
    /// The day it is in the shop.
    public let today: Day

    public init(shop: Shop, versions: [ProgramVersion], today: Day) {
        self.shop = shop
        self.versions = versions
        self.today = today
    }

    /// A version of the program: the first has the number 1, and stands first.
    func version(_ number: Int) -> ProgramVersion? {
        let place = number &- 1
        return versions.indices.contains(place) && versions[place].number == number ? versions[place] : nil
    }
}
