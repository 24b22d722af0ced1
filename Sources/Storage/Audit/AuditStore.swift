public import Loyalty

/// Reads a shop's books for an audit: page after page of members, each with all that is written about them.
///
/// Every page is true to the state committed when its transaction began, so an audit may take its time beside a server.
public struct AuditStore {
    let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The next shop by id that any row names, whether the shop itself is there or not.
    public func nextShop(after shop: Shop.ID?) throws -> Shop.ID? {
        let last = shop?.text ?? ""
        return try connection.first(
            """
            SELECT MIN(shop_id) FROM (
                SELECT MIN(shop_id) AS shop_id FROM shop WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM member WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM entry WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM order_state WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM spending_day WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM lot WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM lot_use WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM tier_change WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM redemption WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM hold WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM referral WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM bonus WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM expiry_warning WHERE shop_id > \(last)
                UNION ALL SELECT MIN(shop_id) FROM guest_order WHERE shop_id > \(last)
            ) AS named
            """
        ) { row in row.optionalID() } ?? nil
    }

    /// How many entries members have by their own account, in one shop or in all.
    public func entryCount(in shop: Shop.ID?) throws -> Int {
        var count: Int64 = 0
        let statement: SQLStatement =
            if let shop { "SELECT sequence FROM member WHERE shop_id = \(shop)" } else { "SELECT sequence FROM member" }
        // Not by the database's SUM, which fails where a damaged row makes it overflow.
        try connection.forEach(statement) { row in count &+= row.optionalInteger() ?? 0 }
        return Int(count)
    }

    /// The members whose ids follow one, a few thousand entries' worth.
    public func range(after last: Customer.ID?, in shop: Shop.ID) throws -> AuditRange {
        try AuditRange(after: last, in: shop, connection)
    }

    /// The members of a range with all rows that name them, and rows that name somebody there who is no member.
    public func page(of range: AuditRange, in shop: Shop) throws -> AuditPage {
        let versions = try AuditVersions(in: shop, connection).versions
        var page = AuditPage(try auditedMembers(of: range, connection), in: range, versions)
        try page.readEntries(connection)
        try page.readLots(connection)
        try page.readUses(connection)
        try page.readOrders(in: shop, connection)
        try page.readSpending(connection)
        try page.readTierChanges(connection)
        try page.readRedemptions(connection)
        try page.readHolds(connection)
        try page.readBonuses(connection)
        try page.readWarnings(connection)
        try page.readReferrals(in: shop, connection)
        return page
    }
}
