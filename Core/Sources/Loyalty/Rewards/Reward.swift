/// Something members can have for points.
public struct Reward: Hashable, Sendable {
    public typealias ID = Identifier<Reward>

    public let id: ID
    public var name: String
    public var description: String
    public var benefit: RewardBenefit
    /// What it costs; at least 1.
    public var cost: Points
    /// The key of the lowest tier that may have it.
    public var minimumTierKey: String
    public var isActive: Bool
    /// How many may be given out in all; `nil` for any number, 0 for none.
    public var totalAvailable: Int64?
    /// How many one customer may have; `nil` for any number.
    public var limitPerCustomer: Int64?
    public var validFrom: Instant?
    public var validUntil: Instant?
    /// How many days a code is good for.
    public var codeValidDays: Int
    public var onCodeExpiry: CodeExpiryPolicy
    /// How many were given out: live and used codes, and those that live holds reserve.
    public var redeemedCount: Int64

    public init(
        id: ID, name: String, description: String, benefit: RewardBenefit, cost: Points, minimumTierKey: String,
        isActive: Bool = true, totalAvailable: Int64? = nil, limitPerCustomer: Int64? = 1, validFrom: Instant? = nil,
        validUntil: Instant? = nil, codeValidDays: Int = 30, onCodeExpiry: CodeExpiryPolicy = .giveBack,
        redeemedCount: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.benefit = benefit
        self.cost = cost
        self.minimumTierKey = minimumTierKey
        self.isActive = isActive
        self.totalAvailable = totalAvailable
        self.limitPerCustomer = limitPerCustomer
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.codeValidDays = codeValidDays
        self.onCodeExpiry = onCodeExpiry
        self.redeemedCount = redeemedCount
    }
}

/// What a reward gives.
public enum RewardBenefit: Hashable, Sendable {
    /// Above 0 and at most 100.
    case discountPercentage(Rate)
    case discountFixed(Money)
    case freeShipping
    case freeProduct(String)
    case freeService(String)
    /// Points credited when the code is used.
    case bonusPoints(Points)

    /// The kind of the entry that pays for it.
    var entryKind: EntryKind {
        switch self {
        case .discountPercentage, .discountFixed: .redeemedDiscount
        case .freeShipping: .redeemedShipping
        case .freeProduct: .redeemedProduct
        case .freeService: .redeemedService
        case .bonusPoints: .redeemedBonus
        }
    }

    /// What using a code credits.
    var bonusPoints: Points { if case .bonusPoints(let points) = self { points } else { .zero } }
}

/// What becomes of the points when a code expires unused.
public enum CodeExpiryPolicy: String, Sendable, CaseIterable {
    case giveBack = "return"
    case forfeit
}
