public import Loyalty

/// Lots and what was taken from them, within one transaction.
public struct LotStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The lots of a member that have points left.
    public func open(of customer: Customer.ID, in shop: Shop.ID) throws -> [Lot] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM lot
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND remaining_points > 0
            """, read)
    }

    /// The points of a member that cannot be spent yet.
    public func pending(of customer: Customer.ID, in shop: Shop.ID, at now: Instant) throws -> Points {
        try connection.first(
            """
            SELECT COALESCE(SUM(remaining_points), 0) FROM lot
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND available_at > \(now)
            """
        ) { row in try row.points() } ?? .zero
    }

    /// One lot, also one that is used up.
    public func lot(_ sequence: Int64, of customer: Customer.ID, in shop: Shop.ID) throws -> Lot? {
        try connection.first(
            """
            SELECT \(sql: columns) FROM lot
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND sequence = \(sequence)
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

    func insert(_ lot: Lot, of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.execute(
            """
            INSERT INTO lot (
                shop_id, customer_id, sequence, order_id, earned_at, available_at, expires_on, points, remaining_points)
            VALUES (
                \(shop), \(customer), \(lot.sequence), \(lot.orderID), \(lot.earnedAt), \(lot.availableAt),
                \(lot.expiresOn), \(lot.points), \(lot.remaining))
            """)
    }

    /// Records a use, and takes it from the lot, unless this entry opened that lot and wrote it as it stands after.
    func record(_ use: LotUse, by entry: Entry, opening opened: Int64?) throws {
        try connection.execute(
            """
            INSERT INTO lot_use (shop_id, customer_id, entry_sequence, lot_sequence, points)
            VALUES (\(entry.shopID), \(entry.customerID), \(entry.sequence), \(use.lotSequence), \(use.points))
            """)
        guard use.lotSequence != opened else { return }
        try connection.execute(
            """
            UPDATE lot SET remaining_points = remaining_points - \(use.points)
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND sequence = \(use.lotSequence)
            """)
    }

    private func read(_ row: inout SQLRow) throws -> Lot {
        Lot(
            sequence: try row.integer(), orderID: row.optionalID(), earnedAt: try row.instant(),
            availableAt: try row.instant(), expiresOn: try row.optionalDay(), points: try row.points(),
            remaining: try row.points())
    }
}

private let columns: StaticString = "sequence, order_id, earned_at, available_at, expires_on, points, remaining_points"
