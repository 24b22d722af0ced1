public import Loyalty

/// What a customer was told, over all shops, for pages and JSON.
public struct NoticeReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A warning with the shop whose points it is about.
    public struct Notice: Sendable {
        public let shopID: Shop.ID
        public let shopName: String
        public let warning: ExpiryWarning

        /// Where it stands among a customer's notices.
        public var place: Place {
            Place(
                warnedAt: warning.warnedAt, shopID: shopID, lastDay: warning.lastDay, daysBefore: warning.daysBefore)
        }
    }

    /// The place of a notice; a customer has no two at one place.
    public struct Place: Sendable {
        public let warnedAt: Instant
        public let shopID: Shop.ID
        public let lastDay: Day
        public let daysBefore: Int

        public init(warnedAt: Instant, shopID: Shop.ID, lastDay: Day, daysBefore: Int) {
            self.warnedAt = warnedAt
            self.shopID = shopID
            self.lastDay = lastDay
            self.daysBefore = daysBefore
        }
    }

    /// A customer's notices, newest first, after a place; none of a shop whose program the customer left.
    public func notices(of customer: Customer.ID, after place: Place?, limit: Int) throws -> [Notice] {
        try connection.all(
            """
            SELECT shop.shop_id, shop.name, expires_on, days_before, lapses_on, points, warned_at
            FROM member
            JOIN expiry_warning AS warning
                ON warning.shop_id = member.shop_id AND warning.customer_id = member.customer_id
            JOIN shop ON shop.shop_id = member.shop_id
            WHERE member.customer_id = \(customer) AND left_at IS NULL
                AND (\(place == nil) = 1 OR (warned_at, shop.shop_id, expires_on, days_before)
                    < (\(place?.warnedAt), \(place?.shopID), \(place?.lastDay), \(place?.daysBefore)))
            ORDER BY warned_at DESC, shop.shop_id DESC, expires_on DESC, days_before DESC LIMIT \(limit)
            """
        ) { row in
            let (shopID, name): (Shop.ID, String) = (try row.id(), try row.text())
            let warning = ExpiryWarning(
                lastDay: try row.day(), daysBefore: try row.count(), lapsesOn: try row.day(),
                points: try row.points(), warnedAt: try row.instant())
            return Notice(shopID: shopID, shopName: name, warning: warning)
        }
    }
}
