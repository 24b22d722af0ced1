/// One rise or fall of a member, with what caused it.
public struct TierChange: Hashable, Sendable {
    public enum Cause: String, Sendable {
        /// An order lifted the spending.
        case spending
        /// A refund, a cancellation or a correction took spending back.
        case refund
        /// A period ended.
        case review
    }

    /// 1 for the member's first change, and one more for each after it.
    public let number: Int64
    public let from: String
    public let to: String
    public let cause: Cause
    /// The order behind it, where there is one.
    public let reference: String
    public let at: Instant

    public init(number: Int64, from: String, to: String, cause: Cause, reference: String, at: Instant) {
        self.number = number
        self.from = from
        self.to = to
        self.cause = cause
        self.reference = reference
        self.at = at
    }
}

extension Member {
    /// Moves the member to a tier.
    /// - Returns: The change, or `nil` where it is the tier held already. Entering the ladder is no change.
    mutating func move(
        to tierKey: String, for cause: TierChange.Cause, reference: String, at now: Instant
    ) -> TierChange? {
        guard tierKey != self.tierKey else { return nil }
        let from = self.tierKey
        self.tierKey = tierKey
        guard !from.isEmpty else { return nil }
        tierChangeCount += 1
        return TierChange(number: tierChangeCount, from: from, to: tierKey, cause: cause, reference: reference, at: now)
    }

    /// Brings the tier up to the day: a period may have ended since the member's last order.
    public mutating func review(
        by policy: TierPolicy?, _ history: SpendingHistory, on today: Day, at now: Instant
    ) -> TierChange? {
        guard let policy else { return nil }
        let rank = policy.standing(of: history, joinedOn: joinedOn, on: today).rank
        return move(to: policy.ladder[rank].key, for: .review, reference: "", at: now)
    }
}
