/// Why a member holds a tier on a day: a pure function of what is kept, so that it can be asked at any time.
public struct TierExplanation: Hashable, Sendable {
    /// What lifted the member to the tier, or to one below it.
    public enum Reason: String, Sendable, CaseIterable {
        /// The spending of the period so far.
        case reachedBySpending = "reached_by_spending"
        /// What the period before left standing, by the fall policy.
        case carriedOver = "carried_over"
        /// It was held when a version of the program that asks for more was saved.
        case keptAfterEdit = "kept_after_edit"
        /// The days of grace after a border.
        case keptInGrace = "kept_in_grace"
        /// The owner gave it by hand.
        case granted
    }

    /// One reason after another, each for a higher tier than the one before.
    public struct Ground: Hashable, Sendable {
        public let reason: Reason
        public let tier: Tier
    }

    public let version: Int
    public let policy: TierPolicy
    public let tier: Tier
    public let grounds: [Ground]
    /// The days whose spending counts; the first is `nil` where all spending does.
    public let firstDay: Day?
    public let lastDay: Day
    public let metric: Money
    public let progress: TierProgress
    /// `nil` on the highest tier.
    public let nextTier: Tier?
    /// The last day that the tier is held on if nothing more is spent; `nil` where only a refund or a new version
    /// could take it.
    public let heldThrough: Day?
    /// When the tier is looked at next; `nil` where time cannot move it.
    public let nextReview: Day?
}

/// Explains the tier that a member holds on a day.
public func explainTier(
    of member: Member, _ history: SpendingHistory, under version: ProgramVersion, on day: Day
) -> TierExplanation {
    let tiers = version.tiers
    let (policy, currency) = (tiers.policy, version.program.minimumSpend.currency)
    let standing = tiers.standing(of: member, history, on: day)
    let (first, last) = policy.daysThatCount(on: day, joinedOn: member.joinedOn)
    return TierExplanation(
        version: version.number, policy: policy, tier: tiers.ladder[standing.rank],
        grounds: tiers.grounds(of: member, history, on: day), firstDay: first, lastDay: last,
        metric: Money(minorUnits: standing.metric, currency), progress: tiers.ladder.progress(of: standing),
        nextTier: standing.rank + 1 < tiers.ladder.tiers.count ? tiers.ladder[standing.rank + 1] : nil,
        heldThrough: tiers.lastDay(atRank: standing.rank, of: member, history, from: day),
        nextReview: tiers.nextReview(of: member, history, after: day))
}

extension TierTimeline {
    /// Adds one reason after another, and notes those that lift the member.
    fileprivate func grounds(
        of member: Member, _ history: SpendingHistory, on day: Day
    ) -> [TierExplanation.Ground] {
        var graceless = policy
        graceless.graceDays = 0
        func rank(_ timeline: TierTimeline, _ grant: TierGrant? = nil) -> TierStanding {
            timeline.standing(of: history, joinedOn: member.joinedOn, grant: grant, on: day)
        }
        let carried = rank(TierTimeline(graceless))
        let steps: [(TierExplanation.Reason, Int)] = [
            (.reachedBySpending, ladder.rank(forSpending: carried.metric)), (.carriedOver, carried.rank),
            (.keptAfterEdit, rank(TierTimeline(graceless, earlier: earlier)).rank), (.keptInGrace, rank(self).rank),
            (.granted, rank(self, member.grant).rank),
        ]
        var highest = -1
        return steps.compactMap { reason, rank in
            guard rank > highest else { return nil }
            highest = rank
            return TierExplanation.Ground(reason: reason, tier: ladder[rank])
        }
    }

    /// Walks from review to review until the member falls below a rank.
    fileprivate func lastDay(
        atRank rank: Int, of member: Member, _ history: SpendingHistory, from day: Day
    ) -> Day? {
        var day = day
        for _ in 1...reviewCountMax {
            guard let next = nextReview(of: member, history, after: day) else { return nil }
            guard standing(of: member, history, on: next).rank >= rank else { return next - 1 }
            day = next
        }
        return nil
    }
}

extension TierPolicy {
    /// The days whose spending counts for the tier on a day.
    fileprivate func daysThatCount(on day: Day, joinedOn: Day) -> (first: Day?, last: Day) {
        switch period {
        case .lifetime: return (nil, day)
        case .rolling12Months: return (day - (rollingWindowDays - 1), day)
        case .calendarYear, .membershipYear:
            let years = years(ofMemberJoining: joinedOn)
            let start = years.start(ofYearWith: day)
            return (start, years.start(after: start) - 1)
        }
    }
}

/// Twelve reviews a year and as many ends of grace, for the five years that a grant may last.
private let reviewCountMax = 150
