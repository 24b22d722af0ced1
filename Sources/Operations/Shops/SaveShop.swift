public import Loyalty
import Storage

/// Makes a shop, or changes its name, owner, time zone or logo.
public struct SaveShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Whether the shop was made now.
    /// - Throws: ``ShopRejection``.
    public func callAsFunction(_ shop: Shop, actor: String) async throws -> Bool {
        _ = try surroundings.zones.zone(named: shop.timeZone)
        let act = surroundings.act
        let isNew = try await surroundings.database.write { connection in
            let store = ShopStore(connection)
            let held = try store.shop(shop.id)
            try validateShop(shop, replacing: held)
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
