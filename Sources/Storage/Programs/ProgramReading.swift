public import ExactJSON
public import Loyalty

extension Program {
    /// Reads settings; a member that is absent keeps the value of the program underneath.
    /// - Throws: A rejection that names the field. Whether the program can be is for ``validateProgram(_:)`` to say.
    public init(_ fields: JSONFields, over base: Program) throws {
        self = base
        let currency = base.minimumSpend.currency
        name = try fields.optionalText("name", max: 100) ?? name
        description = try fields.optionalText("description", max: 2_000) ?? description
        isActive = try fields.optionalFlag("is_active") ?? isActive
        pointsPerUnit = try fields.optionalRate("points_per_unit") ?? pointsPerUnit
        minimumSpend = try fields.optionalMoney("minimum_spend", currency) ?? minimumSpend
        earningBasis = try fields.optionalChoice("earning_basis", of: EarningBasis.self) ?? earningBasis
        earnsOn = try fields.optionalChoice("earns_on", of: EarningMoment.self) ?? earnsOn
        rounding = try fields.optionalChoice("rounding", of: Rounding.self) ?? rounding
        pendingDays = try fields.optionalDays("pending_days") ?? pendingDays
        debtPolicy = try fields.optionalChoice("debt_policy", of: DebtPolicy.self) ?? debtPolicy
        codeValidDays = try fields.optionalDays("code_valid_days") ?? codeValidDays
        expiry = try fields.optionalObject("expiry").map { try PointsExpiry($0) } ?? expiry
        tiers = try TierPolicy(fields, over: tiers, currency)
        referral =
            try fields.optionalObject("referral").map { try ReferralTerms($0, over: referral, currency) } ?? referral
        bonuses = try fields.optionalObject("bonuses").map { try BonusTerms($0, over: bonuses) } ?? bonuses
    }
}

/// The words for the kinds of expiry.
enum ExpiryKind: String, CaseIterable {
    case never
    case daysAfterEarning = "days_after_earning"
    case daysWithoutActivity = "days_without_activity"
    case endOfCalendarYear = "end_of_calendar_year"
}

extension PointsExpiry {
    fileprivate init(_ fields: JSONFields) throws {
        switch try fields.choice("policy", of: ExpiryKind.self) {
        case .never: self = .never
        case .daysAfterEarning: self = .daysAfterEarning(try fields.required("days").days())
        case .daysWithoutActivity: self = .daysWithoutActivity(try fields.required("days").days())
        case .endOfCalendarYear: self = .endOfCalendarYear
        }
    }
}

extension TierPolicy {
    init(_ fields: JSONFields, over base: TierPolicy, _ currency: Currency) throws {
        self = base
        period = try fields.optionalChoice("tier_period", of: TierPeriod.self) ?? period
        fall = try fields.optionalChoice("fall_policy", of: FallPolicy.self) ?? fall
        graceDays = try fields.optionalDays("grace_days") ?? graceDays
        guard let tiers = try fields.optionalArray("tiers", max: tierListMax) else { return }
        ladder = TierLadder(try tiers.map { try Tier($0.object(), currency) })
    }
}

extension Tier {
    /// Reads one tier of a list. The key stays with the tier when its name changes; without one it is made of the name.
    fileprivate init(_ fields: JSONFields, _ currency: Currency) throws {
        let name = try fields.text("name", max: 50)
        let benefits = try fields.optionalArray("benefits", max: 20)?.map { try $0.text(max: 200) }
        self.init(
            key: try fields.optionalText("key", max: 50) ?? Tier.key(for: name), name: name,
            threshold: try fields.money("threshold", currency), multiplier: try fields.required("multiplier").rate(),
            benefits: benefits ?? [])
    }
}

extension ReferralTerms {
    /// Reads the terms of referrals; a member that is absent keeps the value of the terms underneath.
    /// - Throws: A rejection that names the field.
    public init(_ fields: JSONFields, over base: ReferralTerms, _ currency: Currency) throws {
        self = base
        isActive = try fields.optionalFlag("is_active") ?? isActive
        referrerPoints = try fields.optionalInteger("referrer_reward_points").map(Points.init) ?? referrerPoints
        refereePoints = try fields.optionalInteger("referee_reward_points").map(Points.init) ?? refereePoints
        minimumPurchase = try fields.optionalMoney("minimum_purchase_amount", currency) ?? minimumPurchase
    }
}

extension JSONField {
    /// A count of days; one beyond all limits becomes one that the rules refuse by name.
    public func days() throws -> Int { Int(clamping: Int32(clamping: try integer())) }
}

extension JSONFields {
    public func optionalDays(_ key: String) throws -> Int? { try optional(key)?.days() }
}

/// More than the rules allow, so that it is they who refuse.
private let tierListMax = 100
