/// Why it is not clear which shop an owner means.
public enum OwnShopRejection: String, ListedRejection, CaseIterable {
    case shopMustExist
    case shopMustBeNamed

    public var field: String? { self == .shopMustBeNamed ? "shop_id" : nil }
    public var kind: RejectionKind { self == .shopMustExist ? .missing : .badInput }

    public var sentence: String {
        switch self {
        case .shopMustExist: ShopRejection.shopMustExist.sentence
        case .shopMustBeNamed: "shop_id parameter required: you own several shops"
        }
    }
}

/// Chooses among the shops of an owner: the one named, or the only one.
public func chooseShop(named id: Shop.ID?, among shops: [Shop]) throws(OwnShopRejection) -> Shop {
    guard let first = shops.first else { throw .shopMustExist }
    guard let id else {
        guard shops.count == 1 else { throw .shopMustBeNamed }
        return first
    }
    guard let shop = shops.first(where: { $0.id == id }) else { throw .shopMustExist }
    return shop
}
