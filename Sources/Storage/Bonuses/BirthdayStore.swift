public import Loyalty

/// Whose birthday it is in a shop, and how far its birthdays have been kept, within one transaction.
public struct BirthdayStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Members who were born on one of some days and have no bonus for their birthday in a year, by id.
    /// - Parameter year: The reference of the bonus.
    public func members(
        bornOn births: [Day], without year: Bonus.Reference, in shop: Shop.ID
    ) throws -> [Customer.ID] {
        // Not joined: from a join SQLite would go through all members of the shop.
        try connection.all(
            """
            SELECT customer_id FROM customer
            WHERE birthday_on IN (\(list: births)) AND EXISTS (
                SELECT 1 FROM member WHERE member.shop_id = \(shop) AND member.customer_id = customer.customer_id
                    AND left_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM bonus
                WHERE bonus.shop_id = \(shop) AND bonus.customer_id = customer.customer_id
                    AND bonus.event_key = \(Bonus.birthdayKey) AND bonus.reference = \(year))
            ORDER BY customer_id
            """
        ) { row in try row.id() }
    }

    /// The last day whose birthdays were kept; `nil` before the first.
    public func throughDay(in shop: Shop.ID) throws -> Day? {
        try connection.first("SELECT birthdays_through_on FROM shop_upkeep WHERE shop_id = \(shop)") { row in
            try row.optionalDay()
        } ?? nil
    }

    public func setThroughDay(_ day: Day, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO shop_upkeep (shop_id, birthdays_through_on) VALUES (\(shop), \(day))
            ON CONFLICT (shop_id) DO UPDATE SET birthdays_through_on = excluded.birthdays_through_on
            """)
    }
}
