public import Loyalty

/// What waits for the owner of a shop; every query goes by an index that has only what it asks for.
public struct AttentionReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func blockedReferralCount(in shop: Shop.ID) throws -> Int64 {
        try connection.first(
            """
            SELECT COUNT(*) FROM referral WHERE shop_id = \(shop) AND state = \(ReferralState.blocked.rawValue)
            """
        ) { row in try row.integer() } ?? 0
    }

    /// Members whose balance is below zero, and what they owe in all.
    public func debt(in shop: Shop.ID) throws -> (memberCount: Int64, points: Points) {
        try connection.first(
            """
            SELECT COUNT(*), COALESCE(SUM(-balance_points), 0) FROM member
            WHERE shop_id = \(shop) AND balance_points < 0
            """
        ) { row in (memberCount: try row.integer(), points: try row.points()) } ?? (0, .zero)
    }

    /// What members were warned of that lapses on days of a range, as it was when they were first warned.
    public func warned(
        in shop: Shop.ID, from first: Day, through last: Day
    ) throws -> (points: Points, firstDay: Day?) {
        try connection.first(
            """
            SELECT COALESCE(SUM(points), 0), MIN(expires_on) FROM warned_day
            WHERE shop_id = \(shop) AND expires_on BETWEEN \(first) AND \(last) AND days_before = (
                SELECT MAX(days_before) FROM warned_day AS earlier
                WHERE earlier.shop_id = warned_day.shop_id AND earlier.expires_on = warned_day.expires_on)
            """
        ) { row in (points: try row.points(), firstDay: try row.optionalDay()) } ?? (.zero, nil)
    }

    /// What is there of what a shop needs to begin with.
    public func beginnings(in shop: Shop.ID) throws -> (hasOrder: Bool, hasStaff: Bool, hasKey: Bool) {
        try connection.first(
            """
            SELECT EXISTS (SELECT 1 FROM order_state WHERE shop_id = \(shop)),
                EXISTS (SELECT 1 FROM staff WHERE shop_id = \(shop)),
                EXISTS (SELECT 1 FROM api_key WHERE shop_id = \(shop) AND revoked_at IS NULL)
            """
        ) { row in (hasOrder: try row.flag(), hasStaff: try row.flag(), hasKey: try row.flag()) }
            ?? (false, false, false)
    }
}
