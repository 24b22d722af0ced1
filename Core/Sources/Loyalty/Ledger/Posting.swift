/// One entry together with all it does to the member's lots and figures: what a decision hands to the ledger.
public struct Posting: Hashable, Sendable {
    public let entry: Entry
    /// The lot that a credit opens, as it stands after the posting.
    public let opens: Lot?
    /// What the entry takes from lots; a credit that meets a debt uses up part of its own lot at once.
    public let uses: [LotUse]
    /// Points that should have been taken but were not there, under the policy `within_balance`.
    public let shortfall: Points
    /// What of an order earned when this was posted, in minor units of the shop's currency; `nil` for other entries.
    public let basisAmount: Int64?
    /// What comes right before this entry in the same act: a lapse that the reversal undoes, or nothing.
    public let undoes: [Posting]
    /// What comes right after this entry in the same act: the lapse of points that came to somebody who has left.
    public internal(set) var lapses: [Posting] = []

    /// By how much the balance moves in all.
    public var change: Points { (undoes + lapses).map(\.entry.points).reduce(entry.points, +) }
}

/// What an entry is about, before the ledger gives it its number and its balance.
public struct EntryDraft: Hashable, Sendable {
    public let kind: EntryKind
    public let reference: String
    public let description: String
    public let actor: String
    public let occurredAt: Instant
    public let recordedAt: Instant
    public let programVersion: Int?
    /// What of an order earns, in minor units of the shop's currency; only an order's entries have one.
    public let basisAmount: Int64?

    public init(
        kind: EntryKind, reference: String, description: String, actor: String, occurredAt: Instant,
        recordedAt: Instant, programVersion: Int?, basisAmount: Int64? = nil
    ) {
        self.kind = kind
        self.reference = reference
        self.description = description
        self.actor = actor
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.programVersion = programVersion
        self.basisAmount = basisAmount
    }
}

/// When the points of a credit can be spent, and how long they are good for.
public struct LotTerms: Hashable, Sendable {
    public let orderID: Order.ID?
    public let availableAt: Instant
    /// The day they were earned on, in the shop's time zone.
    public let earnedOn: Day
    public let life: LotLife

    /// - Parameter version: Settles how long the points are good for; without a program, for ever.
    public init(
        orderID: Order.ID? = nil, availableAt: Instant, earnedOn: Day, by version: ProgramVersion?
    ) {
        self.orderID = orderID
        self.availableAt = availableAt
        self.earnedOn = earnedOn
        life = version?.life(ofPointsEarnedOn: earnedOn) ?? .endless
    }

    /// A last day that cannot be too late, whatever the member does.
    var earliestLastDay: Day? { life.expiresOn ?? life.idleDays.map { earnedOn + $0 } }
}
