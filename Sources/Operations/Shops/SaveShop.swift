public import Loyalty
import Storage

/// Makes a shop, or changes its name, owner, time zone or logo; the accent is its owner's, and stays.
public struct SaveShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Whether the shop was made now.
    /// - Throws: ``ShopRejection``.
    public func callAsFunction(_ shop: Shop, actor: String) async throws -> Bool {
        _ = try surroundings.zones.zone(named: shop.timeZone)
        let act = surroundings.act
        let isNew = try await surroundings.database.write(in: shop.id) { connection in
            let store = ShopStore(connection)
            let held = try store.shop(shop.id)
            try validateShop(shop, replacing: held)
            var settings = shop.settings
            settings.accent = held?.accent
            let shop = shop.with(settings)
            guard held != shop else { return false }
            try store.save(shop, at: act.at)
            try AuditLogStore(connection).append(
                act.made("save_shop", of: shop.id.text, by: actor, before: held, after: shop), in: shop.id)
            return held == nil
        }
        surroundings.shops.forget(shop.id)
        return isNew
    }
}

/// Changes what the owner may change of a shop.
public struct ChangeShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter seen: The settings that the owner looked at.
    /// - Throws: ``ShopRejection``.
    public func callAsFunction(
        _ id: Shop.ID, from seen: ShopSettings, to wanted: ShopSettings, actor: String
    ) async throws {
        _ = try surroundings.zones.zone(named: wanted.timeZone)
        let act = surroundings.act
        try await surroundings.database.write(in: id) { connection in
            let store = ShopStore(connection)
            guard let held = try store.shop(id) else { throw ShopRejection.shopMustExist }
            let shop = try decideShopSettings(wanted, seen: seen, of: held)
            guard shop != held else { return }
            try store.save(shop, at: act.at)
            try AuditLogStore(connection).append(
                act.made("save_shop", of: id.text, by: actor, before: held, after: shop), in: id)
        }
        surroundings.shops.forget(id)
    }
}
