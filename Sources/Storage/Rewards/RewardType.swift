public import Loyalty

/// The words for the kinds of reward, as the API and the database have them.
public enum RewardType: String, Sendable, CaseIterable {
    case discountPercentage = "discount_percentage"
    case discountFixed = "discount_fixed"
    case freeShipping = "free_shipping"
    case freeProduct = "free_product"
    case freeService = "free_service"
    case bonusPoints = "bonus_points"

    public init(_ benefit: RewardBenefit) {
        self =
            switch benefit {
            case .discountPercentage: .discountPercentage
            case .discountFixed: .discountFixed
            case .freeShipping: .freeShipping
            case .freeProduct: .freeProduct
            case .freeService: .freeService
            case .bonusPoints: .bonusPoints
            }
    }
}

/// A benefit as three columns: its type, and the amount or the name that goes with it.
struct BenefitColumns {
    let type: RewardType
    var amount: Int64 = 0
    var name = ""

    init(type: RewardType, amount: Int64, name: String) {
        self.type = type
        self.amount = amount
        self.name = name
    }

    init(_ benefit: RewardBenefit) {
        type = RewardType(benefit)
        switch benefit {
        case .discountPercentage(let rate): amount = rate.tenThousandths
        case .discountFixed(let money): amount = money.minorUnits
        case .freeShipping: break
        case .freeProduct(let product): name = product
        case .freeService(let service): name = service
        case .bonusPoints(let points): amount = points.count
        }
    }

    func benefit(_ currency: Currency) -> RewardBenefit {
        switch type {
        case .discountPercentage: .discountPercentage(Rate(tenThousandths: amount))
        case .discountFixed: .discountFixed(Money(minorUnits: amount, currency))
        case .freeShipping: .freeShipping
        case .freeProduct: .freeProduct(name)
        case .freeService: .freeService(name)
        case .bonusPoints: .bonusPoints(Points(amount))
        }
    }
}
