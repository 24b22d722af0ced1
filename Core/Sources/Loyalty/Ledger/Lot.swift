/// The points of one credit, as far as they are still there: what debits consume, and what expires.
public struct Lot: Hashable, Sendable {
    /// The sequence of the entry that opened it.
    public let sequence: Int64
    /// The order that earned it, where one did.
    public let orderID: Order.ID?
    public let earnedAt: Instant
    /// From when on its points can be spent.
    public let availableAt: Instant
    /// The last day its points are good for, in the shop's time zone; `nil` for ever.
    public let expiresOn: Day?
    /// How many days its points outlast the member's last activity; `nil` where they have a last day, or none.
    public let idleDays: Int?
    /// What it was opened with.
    public let points: Points
    /// What is left of it; never below zero.
    public var remaining: Points

    public init(
        sequence: Int64, orderID: Order.ID? = nil, earnedAt: Instant, availableAt: Instant, expiresOn: Day?,
        idleDays: Int? = nil, points: Points, remaining: Points
    ) {
        self.sequence = sequence
        self.orderID = orderID
        self.earnedAt = earnedAt
        self.availableAt = availableAt
        self.expiresOn = expiresOn
        self.idleDays = idleDays
        self.points = points
        self.remaining = remaining
    }

    /// Consumption order: soonest expiry first, then those that lapse without activity, then those that never expire;
    /// among equals the oldest first.
    static func isConsumedBefore(_ left: Lot, _ right: Lot) -> Bool { left.place < right.place }

    private var place: (Int, Int, Instant, Int64) {
        if let expiresOn { return (0, Int(expiresOn.number), earnedAt, sequence) }
        if let idleDays { return (1, idleDays, earnedAt, sequence) }
        return (2, 0, earnedAt, sequence)
    }
}

/// What one entry took from one lot; negative where it gave back.
public struct LotUse: Hashable, Sendable {
    public let lotSequence: Int64
    public let points: Points

    public init(lotSequence: Int64, points: Points) {
        self.lotSequence = lotSequence
        self.points = points
    }
}
