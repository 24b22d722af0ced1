/// The tier policy of an earlier version, and the last day that it was in force on.
public struct EarlierTiers: Hashable, Sendable {
    /// Without what decides no tier: names, multipliers and benefits.
    public let policy: TierPolicy
    public let lastDay: Day

    public init(policy: TierPolicy, lastDay: Day) {
        self.policy = policy.placing
        self.lastDay = lastDay
    }

    /// How many earlier policies a version keeps; beyond that the oldest are forgotten.
    public static let countMax = 100
}

/// The tier policy in force together with those before it, under which members may have reached tiers that they keep.
///
/// A new version never takes back a tier that was reached: the tier that a member held on the last day of an earlier
/// policy counts as reached on that day. Like everything about tiers that is a pure function of net spending, so that
/// a refund undoes it.
public struct TierTimeline: Hashable, Sendable {
    public let policy: TierPolicy
    /// Rising by their last days.
    public let earlier: [EarlierTiers]

    public init(_ policy: TierPolicy, earlier: [EarlierTiers] = []) {
        self.policy = policy
        self.earlier = earlier
    }

    public var ladder: TierLadder { policy.ladder }

    /// Where a member stands on a day. Spending after the day does not count, and neither does what was reached or
    /// granted after it.
    public func standing(of member: Member, _ history: SpendingHistory, on day: Day) -> TierStanding {
        standing(of: history, joinedOn: member.joinedOn, grant: member.grant, on: day)
    }

    func standing(
        of history: SpendingHistory, joinedOn: Day, grant: TierGrant? = nil, on day: Day
    ) -> TierStanding {
        let standing = policy.standing(
            of: history, joinedOn: joinedOn, on: day, reached: reached(by: history, joinedOn: joinedOn, on: day))
        let granted = grant.map { $0.holds(on: day) ? ladder.rank(of: $0.tierKey) ?? 0 : 0 } ?? 0
        return TierStanding(rank: max(standing.rank, granted), metric: standing.metric)
    }

    /// The tiers held on the last days of earlier policies, as ranks of the ladder in force, each with what was kept
    /// from the policies before it. Who was no member then, and had spent nothing, held none.
    func reached(by history: SpendingHistory, joinedOn: Day, on day: Day) -> [ReachedTier] {
        guard !earlier.isEmpty else { return [] }
        let since = min(joinedOn, history.firstDay ?? joinedOn)
        var reached: [(ladder: TierLadder, tier: ReachedTier)] = []
        func ranks(on ladder: TierLadder) -> [ReachedTier] {
            reached.map { ReachedTier(rank: ladder.rank(of: $0.tier.rank, on: $0.ladder), day: $0.tier.day) }
        }
        for earlier in earlier where since <= earlier.lastDay && earlier.lastDay <= day {
            let ladder = earlier.policy.ladder
            let standing = earlier.policy.standing(
                of: history, joinedOn: joinedOn, on: earlier.lastDay, reached: ranks(on: ladder))
            reached.append((ladder, ReachedTier(rank: standing.rank, day: earlier.lastDay)))
        }
        return ranks(on: ladder)
    }

    /// The timeline as it was before the newest policy.
    var before: TierTimeline? {
        earlier.last.map { TierTimeline($0.policy, earlier: earlier.dropLast()) }
    }
}

/// A rank that was held on a day, for whatever reason.
struct ReachedTier {
    let rank: Int
    let day: Day
}

extension TierLadder {
    /// The rank of another ladder's tier on this one: tiers are known by their keys. Where the tier is gone, the next
    /// one below it that is still there.
    func rank(of rank: Int, on other: TierLadder) -> Int {
        for lower in stride(from: rank, through: 0, by: -1) {
            if let rank = self.rank(of: other[lower].key) { return rank }
        }
        return 0
    }
}

extension TierPolicy {
    /// What decides tiers, and nothing else: two policies that place every member alike are equal by this.
    var placing: TierPolicy {
        var policy = self
        policy.ladder = TierLadder(
            ladder.tiers.map {
                Tier(key: $0.key, name: $0.key, threshold: $0.threshold, multiplier: .one, benefits: [])
            })
        return policy
    }
}
