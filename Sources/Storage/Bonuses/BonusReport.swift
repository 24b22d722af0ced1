public import Loyalty

/// Bonuses with their entries, for pages and JSON.
public struct BonusReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A bonus, and what its entry says of it.
    public struct Row: Hashable, Sendable {
        public let customerID: Customer.ID
        public let bonus: Bonus
        public let balanceAfter: Points
        public let occurredAt: Instant
        public let recordedAt: Instant
        public let actor: String

        public init(_ bonus: Bonus, _ entry: Entry) {
            self.init(
                customerID: entry.customerID, bonus: bonus, balanceAfter: entry.balanceAfter,
                occurredAt: entry.occurredAt, recordedAt: entry.recordedAt, actor: entry.actor)
        }

        fileprivate init(
            customerID: Customer.ID, bonus: Bonus, balanceAfter: Points, occurredAt: Instant, recordedAt: Instant,
            actor: String
        ) {
            self.customerID = customerID
            self.bonus = bonus
            self.balanceAfter = balanceAfter
            self.occurredAt = occurredAt
            self.recordedAt = recordedAt
            self.actor = actor
        }
    }

    /// The bonuses of a member, newest first, below a sequence.
    public func bonuses(
        of customer: Customer.ID, in shop: Shop.ID, below sequence: Int64?, limit: Int
    ) throws -> [Row] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM bonus JOIN entry ON \(sql: entryOfBonus)
            WHERE bonus.shop_id = \(shop) AND bonus.customer_id = \(customer)
                AND bonus.entry_sequence < \(sequence ?? .max)
            ORDER BY bonus.entry_sequence DESC LIMIT \(limit)
            """
        ) { row in try read(&row, customer) }
    }

    /// The bonus that a member was given for an event and a reference.
    public func bonus(
        for eventKey: String, _ reference: Bonus.Reference, of customer: Customer.ID, in shop: Shop.ID
    ) throws -> Row? {
        try connection.first(
            """
            SELECT \(sql: columns) FROM bonus JOIN entry ON \(sql: entryOfBonus)
            WHERE bonus.shop_id = \(shop) AND bonus.customer_id = \(customer) AND bonus.event_key = \(eventKey)
                AND bonus.reference = \(reference)
            """
        ) { row in try read(&row, customer) }
    }

    private func read(_ row: inout SQLRow, _ customer: Customer.ID) throws -> Row {
        Row(
            customerID: customer, bonus: try BonusStore.read(&row), balanceAfter: try row.points(),
            occurredAt: try row.instant(), recordedAt: try row.instant(), actor: try row.text())
    }
}

private let columns: StaticString = """
    event_key, bonus.reference, bonus.occurred_on, entry_sequence, bonus.points, entry.balance_after,
    entry.occurred_at, entry.recorded_at, entry.actor
    """
private let entryOfBonus: StaticString = """
    entry.shop_id = bonus.shop_id AND entry.customer_id = bonus.customer_id AND entry.sequence = bonus.entry_sequence
    """
