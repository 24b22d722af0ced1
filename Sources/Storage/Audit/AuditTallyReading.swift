public import Loyalty

extension AuditTallies {
    /// Reads what a shop has summed up, and adds up its rows beside it.
    public init(of shop: Shop, _ connection: any SQLConnection) throws {
        self.init()
        let read = try AuditVersions(in: shop, connection)
        unreadable = read.unreadable
        versions = read.versions.map(\.number)
        try readRollUps(of: shop.id, connection)
        try addEntries(of: shop.id, connection)
        try readCounts(of: shop.id, connection)
        try readBalance(of: shop.id, connection)
        try readOversold(of: shop.id, connection)
    }

    private mutating func readRollUps(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT booked_on, earned_points, redeemed_points, expired_points, adjusted_points, reversed_points,
                returned_points
            FROM shop_day WHERE shop_id = \(shop)
            """
        ) { row in
            var sums = LedgerSums()
            let number = try row.integer()
            guard let day = Int32(exactly: number).map(Day.init(number:)) else {
                return unreadable.append((row: "shop_day \(number)", reason: "\(number) is no day"))
            }
            sums.earned = try row.integer()
            sums.redeemed = try row.integer()
            sums.expired = try row.integer()
            sums.adjusted = try row.integer()
            sums.reversed = try row.integer()
            sums.returned = try row.integer()
            rollUps[day] = sums
        }
    }

    private mutating func addEntries(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        try connection.forEach("SELECT occurred_on, kind, points FROM entry WHERE shop_id = \(shop)") { row in
            let (day, kind, points) = (row.optionalInteger() ?? 0, row.optionalText() ?? "", row.optionalInteger() ?? 0)
            // What is no kind and no day is found with its member.
            guard let kind = EntryKind(rawValue: kind), let day = Int32(exactly: day) else { return }
            entries[Day(number: day), default: LedgerSums()].add(points, to: kind.total)
        }
    }

    private mutating func readCounts(of shop: Shop.ID, _ connection: any SQLConnection) throws {
        func counts(_ statement: SQLStatement) throws -> [String: Int64] {
            let rows = try connection.all(statement) { row in (try row.text(), try row.integer()) }
            return Dictionary(rows, uniquingKeysWith: &+)
        }
        tierCounts = try counts("SELECT tier_key, member_count FROM tier_count WHERE shop_id = \(shop)")
        members = try counts(
            "SELECT tier_key, COUNT(*) FROM member WHERE shop_id = \(shop) AND left_at IS NULL GROUP BY tier_key")
        redeemedCounts = try counts("SELECT reward_id, redeemed_count FROM reward WHERE shop_id = \(shop)")
        redemptions = try counts(
            """
            SELECT reward_id, COUNT(*) FROM (
                SELECT reward_id FROM redemption
                WHERE shop_id = \(shop) AND cancelled_at IS NULL AND expired_at IS NULL
                UNION ALL
                SELECT reward_id FROM hold
                WHERE shop_id = \(shop) AND ended_at IS NULL AND reward_id IS NOT NULL
            ) AS claimed
            GROUP BY reward_id
            """)
    }
}
