public import Loyalty

/// A shop is there already, and is not as an import wishes it.
public enum ProvideShopRejection: Rejection, Hashable {
    case currencyMustBeTheShops(Shop)
    case timeZoneMustBeTheShops(Shop)
    case ownerMustBeTheShops(Shop)
    /// With the expiry that the shop has; `nil` where it has no program.
    case expiryMustBeTheShops(Shop, PointsExpiry?)

    public var name: String {
        switch self {
        case .currencyMustBeTheShops: "currencyMustBeTheShops"
        case .timeZoneMustBeTheShops: "timeZoneMustBeTheShops"
        case .ownerMustBeTheShops: "ownerMustBeTheShops"
        case .expiryMustBeTheShops: "expiryMustBeTheShops"
        }
    }

    public var kind: RejectionKind { .conflict }

    public var sentence: String {
        switch self {
        case .currencyMustBeTheShops(let shop): "The shop \(shop.id) keeps its currency, \(shop.currency)."
        case .timeZoneMustBeTheShops(let shop): "The shop \(shop.id) keeps its time zone, \(shop.timeZone)."
        case .ownerMustBeTheShops(let shop): "The shop \(shop.id) keeps its owner, \(shop.ownerID)."
        case .expiryMustBeTheShops(let shop, nil): "The shop \(shop.id) has no program, and so no points that expire."
        case .expiryMustBeTheShops(let shop, let expiry?):
            "The shop \(shop.id) keeps its program: \(expiry.phrase)."
        }
    }
}

extension PointsExpiry {
    /// In words: `points never expire`, `points expire 365 days after they were earned`.
    public var phrase: String {
        switch self {
        case .never: "points never expire"
        case .daysAfterEarning(let days): "points expire \(days) days after they were earned"
        case .daysWithoutActivity(let days): "points expire after \(days) days without activity"
        case .endOfCalendarYear: "points expire at the end of the year they were earned in"
        }
    }
}
