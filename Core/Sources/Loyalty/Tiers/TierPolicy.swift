/// Over which time spending is summed to decide a tier.
public enum TierPeriod: String, Sendable, CaseIterable {
    case calendarYear = "calendar_year"
    /// The 365 days up to and including the day; reviewed on the first of each month.
    case rolling12Months = "rolling_12_months"
    /// Years counted from the day of joining.
    case membershipYear = "membership_year"
    case lifetime
}

/// How far a member may fall when a period ends with less spending than the tier asks for.
public enum FallPolicy: String, Sendable, CaseIterable {
    /// To the tier of the spending.
    case recompute
    /// By one tier at most.
    case oneStep = "one_step"
    case never
}

/// Everything that decides a member's tier, besides the spending itself.
public struct TierPolicy: Hashable, Sendable {
    public var ladder: TierLadder
    public var period: TierPeriod
    public var fall: FallPolicy
    /// How many days after a period's border the tier held before it stays.
    public var graceDays: Int

    public init(
        ladder: TierLadder, period: TierPeriod = .calendarYear, fall: FallPolicy = .recompute, graceDays: Int = 0
    ) {
        self.ladder = ladder
        self.period = period
        self.fall = fall
        self.graceDays = graceDays
    }

    /// The rank that a border leaves standing.
    /// - Parameters:
    ///   - earned: The rank of the spending that the border closes.
    ///   - held: The rank held just before the border.
    func carried(earned: Int, held: Int) -> Int {
        switch fall {
        case .recompute: earned
        case .oneStep: max(earned, held - 1)
        case .never: max(earned, held)
        }
    }
}
