public import Loyalty

/// The points of one day of a shop, by kind of movement.
public struct ShopDay: Hashable, Sendable {
    public let day: Day
    public let totals: LedgerTotals
}

/// The days of a shop, for pages and JSON; read from roll-ups, so that it does not grow with what happened on them.
public struct ShopDayReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The days of a range on which points moved, in order.
    public func days(in shop: Shop.ID, from first: Day, through last: Day) throws -> [ShopDay] {
        try connection.all(
            """
            SELECT booked_on, earned_points, redeemed_points, expired_points, adjusted_points, reversed_points,
                returned_points
            FROM shop_day WHERE shop_id = \(shop) AND booked_on BETWEEN \(first) AND \(last) ORDER BY booked_on
            """
        ) { row in ShopDay(day: try row.day(), totals: try LedgerTotals(&row)) }
    }

    /// How many members joined on the days from the first through the last.
    public func joinedCount(in shop: Shop.ID, from first: Day, through last: Day) throws -> Int64 {
        try connection.first(
            """
            SELECT COALESCE(SUM(member_count), 0) FROM joined_day
            WHERE shop_id = \(shop) AND joined_on BETWEEN \(first) AND \(last)
            """
        ) { row in try row.integer() } ?? 0
    }
}

extension LedgerTotals {
    public static let none = LedgerTotals()

    private init() { self.init(earned: 0, redeemed: 0, expired: 0, adjusted: 0, reversed: 0, returned: 0) }

    fileprivate init(_ row: inout SQLRow) throws {
        self.init(
            earned: try row.integer(), redeemed: try row.integer(), expired: try row.integer(),
            adjusted: try row.integer(), reversed: try row.integer(), returned: try row.integer())
    }

    private init(earned: Int64, redeemed: Int64, expired: Int64, adjusted: Int64, reversed: Int64, returned: Int64) {
        self.earned = Points(earned)
        self.redeemed = Points(redeemed)
        self.expired = Points(expired)
        self.adjusted = Points(adjusted)
        self.reversed = Points(reversed)
        self.returned = Points(returned)
    }

    public static func + (left: LedgerTotals, right: LedgerTotals) -> LedgerTotals {
        func sum(_ figure: KeyPath<LedgerTotals, Points>) -> Int64 {
            (left[keyPath: figure] + right[keyPath: figure]).count
        }
        return LedgerTotals(
            earned: sum(\.earned), redeemed: sum(\.redeemed), expired: sum(\.expired), adjusted: sum(\.adjusted),
            reversed: sum(\.reversed), returned: sum(\.returned))
    }
}
