/// The settings of a shop's loyalty program. Every save of it is a ``ProgramVersion``.
public struct Program: Hashable, Sendable {
    public var name: String
    public var description: String
    /// Whether orders earn; a program that is off keeps its members and their points.
    public var isActive: Bool
    /// Points for one unit of money, before the tier's multiplier.
    public var pointsPerUnit: Rate
    /// The smallest order that earns.
    public var minimumSpend: Money
    public var earningBasis: EarningBasis
    public var earnsOn: EarningMoment
    public var rounding: Rounding
    /// How many days earned points wait before they can be spent.
    public var pendingDays: Int
    public var expiry: PointsExpiry
    public var tiers: TierPolicy
    public var debtPolicy: DebtPolicy
    /// How many days codes of rewards are good for that are made without saying so.
    public var codeValidDays: Int
    public var referral: ReferralTerms
    public var bonuses = BonusTerms()

    /// The program a shop gets when it saves one without saying more: SEMANTICS.md, Program versions.
    public static func standard(in currency: Currency) -> Program {
        let unit = currency.minorUnitsPerUnit
        func tier(_ name: String, from units: Int64, times tenThousandths: Int64) -> Tier {
            let threshold = Money(minorUnits: units * unit, currency)
            return Tier(name: name, threshold: threshold, multiplier: Rate(tenThousandths: tenThousandths))
        }
        let ladder = TierLadder([
            tier("Bronze", from: 0, times: 10_000), tier("Silver", from: 500, times: 12_500),
            tier("Gold", from: 1_500, times: 15_000), tier("Platinum", from: 5_000, times: 20_000),
        ])
        return Program(
            name: "Loyalty Rewards", description: "", isActive: true, pointsPerUnit: .one,
            minimumSpend: Money(minorUnits: 0, currency), earningBasis: .orderTotal, earnsOn: .delivery,
            rounding: .down,
            pendingDays: 0, expiry: .daysAfterEarning(365), tiers: TierPolicy(ladder: ladder), debtPolicy: .debt,
            codeValidDays: 30, referral: .standard(in: currency))
    }
}

/// Which part of an order earns.
public enum EarningBasis: String, Sendable, CaseIterable {
    case orderTotal = "order_total"
    /// The total without shipping and tax.
    case goodsOnly = "goods_only"
}

/// From which state on an order earns.
public enum EarningMoment: String, Sendable, CaseIterable {
    case delivery
    case payment
}

/// How the one rounding at the end is done.
public enum Rounding: String, Sendable, CaseIterable {
    case down
    case halfUp = "half_up"
    case up
}

/// When points lapse.
public enum PointsExpiry: Hashable, Sendable {
    case never
    /// At the end of the day that is so many days after the day of earning.
    case daysAfterEarning(Int)
    /// So many days after the member was last active.
    case daysWithoutActivity(Int)
    /// On 31 December of the year they were earned in.
    case endOfCalendarYear
}

/// What happens when a refund takes more points than the member has left.
public enum DebtPolicy: String, Sendable, CaseIterable {
    /// The balance goes below zero, and later earnings cover it first.
    case debt
    /// The balance stops at zero, and the shortfall is recorded.
    case withinBalance = "within_balance"
}

/// What a referral pays, and for which first order.
public struct ReferralTerms: Hashable, Sendable {
    public var isActive: Bool
    public var referrerPoints: Points
    public var refereePoints: Points
    public var minimumPurchase: Money

    public init(isActive: Bool, referrerPoints: Points, refereePoints: Points, minimumPurchase: Money) {
        self.isActive = isActive
        self.referrerPoints = referrerPoints
        self.refereePoints = refereePoints
        self.minimumPurchase = minimumPurchase
    }

    static func standard(in currency: Currency) -> ReferralTerms {
        ReferralTerms(
            isActive: true, referrerPoints: Points(100), refereePoints: Points(50),
            minimumPurchase: Money(minorUnits: 25 * currency.minorUnitsPerUnit, currency))
    }
}
