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
    /// What it was opened with.
    public let points: Points
    /// What is left of it; never below zero.
    public var remaining: Points

    public init(
        sequence: Int64, orderID: Order.ID? = nil, earnedAt: Instant, availableAt: Instant, expiresOn: Day?,
        points: Points, remaining: Points
    ) {
        self.sequence = sequence
        self.orderID = orderID
        self.earnedAt = earnedAt
        self.availableAt = availableAt
        self.expiresOn = expiresOn
        self.points = points
        self.remaining = remaining
    }

    /// Consumption order: soonest expiry first, then oldest, then those that never expire.
    static func isConsumedBefore(_ left: Lot, _ right: Lot) -> Bool {
        switch (left.expiresOn, right.expiresOn) {
        case (let leftDay?, let rightDay?) where leftDay != rightDay: leftDay < rightDay
        case (nil, .some): false
        case (.some, nil): true
        default: (left.earnedAt, left.sequence) < (right.earnedAt, right.sequence)
        }
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
