/// Points, or a reward with the points for it, that a checkout has reserved for a while.
public struct Hold: Hashable, Sendable {
    public typealias ID = Identifier<Hold>

    public let id: ID
    public let customerID: Customer.ID
    /// What is reserved; for a reward its cost at that time.
    public let points: Points
    /// `nil` for a hold of points alone.
    public let rewardID: Reward.ID?
    /// What the checkout calls it; may be empty.
    public let reference: String
    public let actor: String
    public let heldAt: Instant
    /// From this moment on it holds nothing.
    public let expiresAt: Instant
    public var outcome: Outcome?

    /// The one way in which a hold ended.
    public enum Outcome: Hashable, Sendable {
        case confirmed(Confirmation)
        case released(at: Instant, by: String)
        case expired(at: Instant)
    }

    /// What a confirmed hold was spent on.
    public struct Confirmation: Hashable, Sendable {
        /// What was taken; the rest was released.
        public let points: Points
        /// The sequence of the entry that took it.
        public let entrySequence: Int64
        /// What was issued, for a hold of a reward.
        public let redemptionID: Redemption.ID?
        public let at: Instant
        public let actor: String

        public init(
            points: Points, entrySequence: Int64, redemptionID: Redemption.ID?, at: Instant, by actor: String
        ) {
            self.points = points
            self.entrySequence = entrySequence
            self.redemptionID = redemptionID
            self.at = at
            self.actor = actor
        }
    }

    public enum Status: String, Sendable, CaseIterable {
        case live
        case confirmed
        case released
        case expired
    }

    public init(
        id: ID, customerID: Customer.ID, points: Points, rewardID: Reward.ID?, reference: String, actor: String,
        heldAt: Instant, expiresAt: Instant, outcome: Outcome? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.points = points
        self.rewardID = rewardID
        self.reference = reference
        self.actor = actor
        self.heldAt = heldAt
        self.expiresAt = expiresAt
        self.outcome = outcome
    }

    public func status(at now: Instant) -> Status {
        switch outcome {
        case .confirmed: .confirmed
        case .released: .released
        case .expired: .expired
        case nil: now < expiresAt ? .live : .expired
        }
    }
}
