public import Loyalty

/// Lots and what was taken from them, within one transaction.
public struct LotStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The lots of a member that have points left.
    public func open(of customer: Customer.ID, in shop: Shop.ID) throws -> [Lot] {
        try connection.all(openQuery(of: customer, in: shop), read)
    }

    /// Announces that ``open(of:in:)`` will be called.
    public func expectOpen(of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.expect(openQuery(of: customer, in: shop))
    }

    private func openQuery(of customer: Customer.ID, in shop: Shop.ID) -> SQLStatement {
        """
        SELECT \(sql: columns) FROM lot
        WHERE shop_id = \(shop) AND customer_id = \(customer) AND remaining_points > 0
        """
    }

    /// One lot, also one that is used up.
    public func lot(_ sequence: Int64, of customer: Customer.ID, in shop: Shop.ID) throws -> Lot? {
        try connection.first(
            """
            SELECT \(sql: columns) FROM lot
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND sequence = \(sequence)
            """, read)
    }

    /// All lots of an order, also those that are used up, in the order of their opening.
    public func lots(ofOrder order: Order.ID, of customer: Customer.ID, in shop: Shop.ID) throws -> [Lot] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM lot
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND order_id = \(order) ORDER BY sequence
            """, read)
    }

    /// What an entry took from which lots.
    public func uses(by entrySequence: Int64, of customer: Customer.ID, in shop: Shop.ID) throws -> [LotUse] {
        try connection.all(
            """
            SELECT lot_sequence, points FROM lot_use
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND entry_sequence = \(entrySequence)
            ORDER BY lot_sequence
            """
        ) { row in LotUse(lotSequence: try row.integer(), points: try row.points()) }
    }

    /// When the open lots of a member were credited, by their sequence.
    public func creditedAt(of customer: Customer.ID, in shop: Shop.ID) throws -> [Int64: Instant] {
        let rows = try connection.all(
            """
            SELECT lot.sequence, recorded_at FROM lot
            JOIN entry ON entry.shop_id = lot.shop_id AND entry.customer_id = lot.customer_id
                AND entry.sequence = lot.sequence
            WHERE lot.shop_id = \(shop) AND lot.customer_id = \(customer) AND remaining_points > 0
            """
        ) { row in (try row.integer(), try row.instant()) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func insert(_ lot: Lot, of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO lot (
                shop_id, customer_id, sequence, order_id, earned_at, available_at, expires_on, idle_days, points,
                remaining_points)
            VALUES (
                \(shop), \(customer), \(lot.sequence), \(lot.orderID), \(lot.earnedAt), \(lot.availableAt),
                \(lot.expiresOn), \(lot.idleDays), \(lot.points), \(lot.remaining))
            """)
    }

    /// Records a use, and takes it from the lot, unless this entry opened that lot and wrote it as it stands after.
    func record(_ use: LotUse, by entry: Entry, opening opened: Int64?) throws {
        try connection.send(
            """
            INSERT INTO lot_use (shop_id, customer_id, entry_sequence, lot_sequence, points)
            VALUES (\(entry.shopID), \(entry.customerID), \(entry.sequence), \(use.lotSequence), \(use.points))
            """)
        guard use.lotSequence != opened else { return }
        try connection.send(
            """
            UPDATE lot SET remaining_points = remaining_points - \(use.points)
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND sequence = \(use.lotSequence)
            """)
    }

    private func read(_ row: inout SQLRow) throws -> Lot {
        Lot(
            sequence: try row.integer(), orderID: row.optionalID(), earnedAt: try row.instant(),
            availableAt: try row.instant(), expiresOn: try row.optionalDay(),
            idleDays: row.optionalInteger().map { Int($0) }, points: try row.points(), remaining: try row.points())
    }
}

private let columns: StaticString = """
    sequence, order_id, earned_at, available_at, expires_on, idle_days, points, remaining_points
    """
