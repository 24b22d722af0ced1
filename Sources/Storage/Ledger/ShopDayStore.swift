import Loyalty

/// The points a shop moved, summed by day and kind of movement, within one transaction.
struct ShopDayStore {
    let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// Adds an entry to its day. Columns hold what their names say: points redeemed are positive, for instance.
    func add(_ entry: Entry, on day: Day) throws {
        func part(_ total: LedgerTotal, sign: Int64 = 1) -> Int64 {
            entry.kind.total == total ? sign * entry.points.count : 0
        }
        try connection.send(
            """
            INSERT INTO shop_day (
                shop_id, booked_on, earned_points, redeemed_points, expired_points, adjusted_points, reversed_points,
                returned_points)
            VALUES (
                \(entry.shopID), \(day), \(part(.earned)), \(part(.redeemed, sign: -1)), \(part(.expired, sign: -1)),
                \(part(.adjusted)), \(part(.reversed, sign: -1)), \(part(.returned)))
            ON CONFLICT (shop_id, booked_on) DO UPDATE SET
                earned_points = shop_day.earned_points + excluded.earned_points,
                redeemed_points = shop_day.redeemed_points + excluded.redeemed_points,
                expired_points = shop_day.expired_points + excluded.expired_points,
                adjusted_points = shop_day.adjusted_points + excluded.adjusted_points,
                reversed_points = shop_day.reversed_points + excluded.reversed_points,
                returned_points = shop_day.returned_points + excluded.returned_points
            """)
    }

    /// Adds points that lapsed to their days.
    func add(lapsed points: [Day: Points], in shop: Shop.ID) throws {
        for (day, points) in points {
            try connection.send(
                """
                INSERT INTO shop_day (
                    shop_id, booked_on, earned_points, redeemed_points, expired_points, adjusted_points,
                    reversed_points, returned_points)
                VALUES (\(shop), \(day), 0, 0, \(points), 0, 0, 0)
                ON CONFLICT (shop_id, booked_on) DO UPDATE SET
                    expired_points = shop_day.expired_points + excluded.expired_points
                """)
        }
    }
}
