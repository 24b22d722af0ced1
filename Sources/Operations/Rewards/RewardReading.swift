public import ExactJSON
public import Loyalty
import Storage

extension Reward {
    /// Reads a new reward.
    /// - Parameter codeValidDays: How many days its codes are good for, where it does not say.
    /// - Throws: A rejection that names the field. Whether the reward can be is for
    ///   ``validateReward(_:replacing:ladder:)`` to say.
    public init(_ fields: JSONFields, id: Reward.ID, codeValidDays: Int, in shop: Shop) throws {
        let type = try fields.choice("reward_type", of: RewardType.self)
        let base = Reward(
            id: id, name: try fields.text("name", max: nameLengthMax), description: "",
            benefit: try RewardBenefit(fields, type, over: nil, in: shop),
            cost: Points(try fields.integer("points_cost")), minimumTierKey: "",
            codeValidDays: codeValidDays)
        try self.init(fields, over: base, in: shop)
    }

    /// Reads a change; a member that is absent keeps its value, and `null` lifts a limit.
    public init(_ fields: JSONFields, over base: Reward, in shop: Shop) throws {
        self = base
        name = try fields.optionalText("name", max: nameLengthMax) ?? name
        description = try fields.optionalText("description", max: 2_000) ?? description
        let type = try fields.optionalChoice("reward_type", of: RewardType.self) ?? RewardType(benefit)
        benefit = try RewardBenefit(fields, type, over: benefit, in: shop)
        cost = try fields.optionalInteger("points_cost").map(Points.init) ?? cost
        isActive = try fields.optionalFlag("is_active") ?? isActive
        codeValidDays = try fields.optionalDays("code_valid_days") ?? codeValidDays
        onCodeExpiry = try fields.optionalChoice("on_code_expiry", of: CodeExpiryPolicy.self) ?? onCodeExpiry
        if fields.has("minimum_tier_required") {
            minimumTierKey = try fields.optionalText("minimum_tier_required", max: 50) ?? ""
        }
        if fields.has("total_available") { totalAvailable = try fields.optionalInteger("total_available") }
        if fields.has("max_redemptions_per_customer") {
            limitPerCustomer = try fields.optionalInteger("max_redemptions_per_customer")
        }
        if fields.has("valid_from") { validFrom = try fields.optionalInstant("valid_from") }
        if fields.has("valid_until") { validUntil = try fields.optionalInstant("valid_until") }
    }
}

private let nameLengthMax = 200

extension RewardBenefit {
    /// Reads the one field that goes with the type; a change that does not mention it keeps it.
    fileprivate init(_ fields: JSONFields, _ type: RewardType, over base: RewardBenefit?, in shop: Shop) throws {
        if let base, RewardType(base) == type, !fields.has(type.field) {
            self = base
            return
        }
        switch type {
        case .discountPercentage: self = .discountPercentage(try fields.required(type.field).rate())
        case .discountFixed: self = .discountFixed(try fields.money(type.field, shop.currency))
        case .freeShipping: self = .freeShipping
        case .freeProduct: self = .freeProduct(try fields.text(type.field, max: nameLengthMax))
        case .freeService: self = .freeService(try fields.text(type.field, max: nameLengthMax))
        case .bonusPoints: self = .bonusPoints(Points(try fields.integer(type.field)))
        }
    }
}

extension RewardType {
    /// The field that says how much, or what.
    fileprivate var field: String {
        switch self {
        case .discountPercentage: "discount_percentage"
        case .discountFixed: "discount_amount"
        case .freeShipping: ""
        case .freeProduct: "product"
        case .freeService: "service"
        case .bonusPoints: "bonus_points"
        }
    }
}
