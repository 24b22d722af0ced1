public import Loyalty

/// Bonuses that were given, within one transaction.
public struct BonusStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Whether a member was given a bonus for an event and a reference.
    public func exists(
        for eventKey: String, _ reference: Bonus.Reference, to customer: Customer.ID, in shop: Shop.ID
    ) throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM bonus
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND event_key = \(eventKey)
                AND reference = \(reference)
            """
        ) { _ in } != nil
    }

    /// How many bonuses a member was given for an event that occurred on these days.
    public func count(
        of eventKey: String, on days: ClosedRange<Day>, to customer: Customer.ID, in shop: Shop.ID
    ) throws -> Int64 {
        try connection.first(
            """
            SELECT COUNT(*) FROM bonus
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND event_key = \(eventKey)
                AND occurred_on BETWEEN \(days.lowerBound) AND \(days.upperBound)
            """
        ) { row in try row.integer() } ?? 0
    }

    /// Writes a bonus with its entry.
    public func append(_ gift: BonusGift) throws {
        try LedgerStore(connection).append(gift.posting, occurredOn: gift.bonus.occurredOn)
        let (member, bonus) = (gift.member, gift.bonus)
        try connection.send(
            """
            INSERT INTO bonus (shop_id, customer_id, event_key, reference, occurred_on, entry_sequence, points)
            VALUES (
                \(member.shopID), \(member.customerID), \(bonus.eventKey), \(bonus.reference), \(bonus.occurredOn),
                \(bonus.entrySequence), \(bonus.points))
            """)
    }

    static func read(_ row: inout SQLRow) throws -> Bonus {
        Bonus(
            eventKey: try row.text(), reference: try row.id(), occurredOn: try row.day(),
            entrySequence: try row.integer(), points: try row.points())
    }
}
