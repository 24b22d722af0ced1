public import Loyalty

/// What explains a member's entries.
public struct ExplanationReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// One entry, and what of its order earned when it was posted.
    public func entry(
        _ sequence: Int64, of customer: Customer.ID, in shop: Shop.ID
    ) throws -> (row: EntryReport.Row, basisAmount: Int64?)? {
        try connection.first(
            """
            SELECT sequence, kind, points, balance_after, reference, description, actor, occurred_at, recorded_at,
                program_version, hash, basis_amount
            FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND sequence = \(sequence)
            """
        ) { row in (row: try EntryReport.Row(&row, of: customer, in: shop), basisAmount: row.optionalInteger()) }
    }

    /// The entries of an order, the oldest first.
    public func entries(
        about order: Order.ID, of customer: Customer.ID, in shop: Shop.ID
    ) throws -> [(sequence: Int64, points: Points)] {
        try connection.all(
            """
            SELECT sequence, points FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND reference = \(order)
                AND kind IN (\(EntryKind.earnedPurchase.rawValue), \(EntryKind.reversedPurchase.rawValue))
            ORDER BY sequence
            """
        ) { row in (sequence: try row.integer(), points: try row.points()) }
    }
}
