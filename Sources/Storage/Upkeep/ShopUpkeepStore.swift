public import Loyalty

/// How far the scheduled work of each shop has come, within one transaction.
public struct ShopUpkeepStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Has every member of a shop reviewed, from the first on.
    public func reviewAll(in shop: Shop.ID) throws { try setReview(from: "", in: shop) }

    /// After whom the review of members goes on; `nil` where none is under way.
    public func reviewFrom(in shop: Shop.ID) throws -> String? {
        try connection.first("SELECT review_from FROM shop_upkeep WHERE shop_id = \(shop)") { row in
            row.optionalText()
        } ?? nil
    }

    /// Notes how far the review has come; `nil` at its end.
    public func setReview(from customer: String?, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO shop_upkeep (shop_id, review_from) VALUES (\(shop), \(customer))
            ON CONFLICT (shop_id) DO UPDATE SET review_from = excluded.review_from
            """)
    }
}
