/// A program, as its owner saves it. Rates are ten-thousandths.
public struct Rules: Equatable, Sendable {
    public var isActive = true
    public var pointsPerUnit: Int64 = 10_000
    public var minimumSpend: Int64 = 0
    public var countsGoodsOnly = false
    public var earnsOnPayment = false
    public var rounding = Rounding.down
    public var pendingDays = 0
    public var expiry = Expiry.days(365)
    public var isWithinBalance = false
    public var ladder: [Rung]
    public var period = Period.calendarYear
    public var fall = Fall.recompute
    public var graceDays = 0
    public var bonuses = Bonuses()
    public var invitations: Invitations

    public enum Rounding: Sendable { case down, half, up }
    public enum Expiry: Equatable, Sendable { case never, days(Int), idleDays(Int), yearEnd }
    public enum Period: Sendable, CaseIterable { case calendarYear, membershipYear, rolling, lifetime }
    public enum Fall: Sendable, CaseIterable { case recompute, oneStep, never }

    /// One tier: held from this spending on.
    public struct Rung: Equatable, Sendable {
        public var name: String
        public var threshold: Int64
        public var multiplier: Int64

        public init(_ name: String, from threshold: Int64, times multiplier: Int64) {
            self.name = name
            self.threshold = threshold
            self.multiplier = multiplier
        }
    }

    public init(ladder: [Rung], invitations: Invitations) {
        self.ladder = ladder
        self.invitations = invitations
    }

    func rank(of tier: String) -> Int? { ladder.firstIndex { $0.name == tier } }

    /// Where a tier of another ladder stands on this one; of one that is gone, the next below it is left.
    func rank(of rank: Int, on other: Rules) -> Int {
        other.ladder[...rank].reversed().compactMap { self.rank(of: $0.name) }.first ?? 0
    }

    /// Whether both place people alike.
    func hasTiers(of other: Rules) -> Bool {
        period == other.period && fall == other.fall && graceDays == other.graceDays
            && ladder.map(\.name) == other.ladder.map(\.name)
            && ladder.map(\.threshold) == other.ladder.map(\.threshold)
    }

    /// What so much spending earns: one rounding, at the end.
    func points(for spending: Int64, times multiplier: Int64, unit: Int64) -> Int64 {
        let exact = Int128(spending) * Int128(pointsPerUnit) * Int128(multiplier)
        let whole = Int128(unit) * 100_000_000
        let rest = exact % whole
        let isRoundedUp =
            switch rounding {
            case .down: false
            case .half: rest * 2 >= whole
            case .up: rest > 0
            }
        return Int64(exact / whole) + (isRoundedUp ? 1 : 0)
    }

    /// How long points are good for that were earned on a day. Where expiry was switched on, nothing lapses earlier
    /// than one full period after that.
    func life(from day: Int, switchedOn: Int?) -> Member.Life {
        switch expiry {
        case .days(let days): return .to(max(day, switchedOn ?? day) + days)
        case .yearEnd:
            let year = Calendar.date(of: day).year
            let first = switchedOn.map { Calendar.date(of: $0).year + 1 } ?? year
            return .to(Calendar.newYear(of: max(year, first) + 1) - 1)
        case .idleDays(let days): return .idle(days)
        case .never: return .ever
        }
    }

    /// Whether an order in a state earns.
    static func qualifies(_ status: String, onPayment: Bool) -> Bool {
        status == "delivered"
            || onPayment && ["paid", "processing", "shipped", "out_for_delivery"].contains(status)
    }

    /// The first rule that the program breaks.
    func check() throws(Refusal) {
        if pointsPerUnit < 0 { throw Refusal("rate_must_not_be_negative") }
        if minimumSpend < 0 { throw Refusal("minimum_spend_must_not_be_negative") }
        if pendingDays < 0 { throw Refusal("days_must_be_in_range") }
        switch expiry {
        case .days(let days), .idleDays(let days):
            if days < 1 { throw Refusal("expiry_must_be_at_least_one_day") }
        case .never, .yearEnd: break
        }
        if ladder.isEmpty { throw Refusal("tiers_must_not_be_empty") }
        if Set(ladder.map(\.name)).count < ladder.count { throw Refusal("tier_names_must_differ") }
        if ladder[0].threshold != 0 { throw Refusal("lowest_tier_must_start_at_zero") }
        for (lower, higher) in zip(ladder, ladder.dropFirst()) where higher.threshold <= lower.threshold {
            throw Refusal("thresholds_must_rise")
        }
        if invitations.minimum < 0 { throw Refusal("referral_minimum_must_not_be_negative") }
        try bonuses.check()
    }
}
