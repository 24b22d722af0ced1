/// One rise or fall of a member, with what caused it.
public struct TierChange: Hashable, Sendable {
    public enum Cause: String, Sendable {
        /// An order lifted the spending.
        case spending
        /// A refund, a cancellation or a correction took spending back.
        case refund
        /// A period ended.
        case review
        /// A new version of the program counts otherwise.
        case program
        /// The owner gave a tier by hand, took it back, or its last day is over.
        case grant
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
        by timeline: TierTimeline?, _ history: SpendingHistory, on today: Day, at now: Instant
    ) -> TierChange? {
        guard let timeline else { return nil }
        let rank = timeline.standing(of: self, history, on: today).rank
        let cause = causeOfMove(to: rank, by: timeline, history, on: today)
        return settle(on: rank, by: timeline, history, for: cause, reference: "", on: today, at: now)
    }

    /// Moves the member to the tier of a rank, and has the tier looked at again when time may next move it.
    mutating func settle(
        on rank: Int, by timeline: TierTimeline, _ history: SpendingHistory, for cause: TierChange.Cause,
        reference: String, on today: Day, at now: Instant
    ) -> TierChange? {
        if let day = timeline.nextReview(of: self, history, after: today) { wake(on: day) }
        return move(to: timeline.ladder[rank].key, for: cause, reference: reference, at: now)
    }

    /// What moved a tier that nobody touched: time lowers it, and only a version or spending of days to come lifts it.
    private func causeOfMove(
        to rank: Int, by timeline: TierTimeline, _ history: SpendingHistory, on today: Day
    ) -> TierChange.Cause {
        guard let held = timeline.ladder.rank(of: tierKey) else { return .program }
        if rank > held {
            let before = timeline.before.map { $0.ladder[$0.standing(of: self, history, on: today).rank].key }
            return before == nil || before == timeline.ladder[rank].key ? .spending : .program
        }
        guard let grant, grant.lastDay < today, grant.tierKey == tierKey else { return .review }
        let withoutGrant = timeline.standing(of: history, joinedOn: joinedOn, on: grant.lastDay).rank
        return withoutGrant < held ? .grant : .review
    }
}
