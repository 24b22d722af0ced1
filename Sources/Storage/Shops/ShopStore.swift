public import Loyalty

/// Shops, within one transaction.
public struct ShopStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func shop(_ id: Shop.ID) throws -> Shop? {
        try connection.first(
            "SELECT \(sql: columns) FROM shop WHERE shop_id = \(id)", read)
    }

    /// The shops that a person owns, by id.
    public func shops(ownedBy owner: Customer.ID) throws -> [Shop] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM shop
            WHERE owner_id = \(owner) ORDER BY shop_id
            """, read)
    }

    /// The shops that a person works in, by id.
    public func shops(withStaff person: Customer.ID) throws -> [Shop] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM shop
            WHERE shop_id IN (SELECT shop_id FROM staff WHERE customer_id = \(person)) ORDER BY shop_id
            """, read)
    }

    /// All shops after one, by id: for work that goes through the whole installation.
    public func shops(after id: Shop.ID?, limit: Int) throws -> [Shop] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM shop
            WHERE shop_id > \(id?.text ?? "") ORDER BY shop_id LIMIT \(limit)
            """, read)
    }

    /// Makes the shop, or changes all of it but its id, currency and time of making.
    public func save(_ shop: Shop, at now: Instant) throws {
        try connection.send(
            """
            INSERT INTO shop (shop_id, name, owner_id, currency, time_zone, logo_url, accent, created_at)
            VALUES (
                \(shop.id), \(shop.name), \(shop.ownerID), \(shop.currency.code), \(shop.timeZone), \(shop.logoURL),
                \(shop.accent?.hex), \(now))
            ON CONFLICT (shop_id) DO UPDATE SET
                name = excluded.name, owner_id = excluded.owner_id, time_zone = excluded.time_zone,
                logo_url = excluded.logo_url, accent = excluded.accent
            """)
    }

    private func read(_ row: inout SQLRow) throws -> Shop {
        Shop(
            id: try row.id(), name: try row.text(), ownerID: try row.id(), currency: try Currency(try row.text()),
            timeZone: try row.text(), logoURL: row.optionalText(),
            accent: row.optionalText().flatMap { Colour(hex: $0) })
    }
}

private let columns: StaticString = "shop_id, name, owner_id, currency, time_zone, logo_url, accent"
