public import Loyalty

/// The ledger of a whole shop, member by member.
public struct ShopLedgerReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Where a page ended.
    public struct Place: Hashable, Sendable {
        public let customerID: Customer.ID
        public let sequence: Int64

        public init(customerID: Customer.ID, sequence: Int64) {
            self.customerID = customerID
            self.sequence = sequence
        }
    }

    /// Entries by member and sequence, after a place, that occurred within some days.
    public func entries(
        in shop: Shop.ID, after place: Place?, from first: Day?, through last: Day?, limit: Int
    ) throws -> [EntryReport.Row] {
        let (id, sequence) = (place?.customerID.text ?? "", place?.sequence ?? 0)
        return try connection.all(
            """
            SELECT customer_id, sequence, kind, points, balance_after, reference, description, actor, occurred_at,
                recorded_at, program_version, hash
            FROM entry
            WHERE shop_id = \(shop) AND (customer_id, sequence) > (\(id), \(sequence))
                AND occurred_on BETWEEN \(first ?? Day(number: .min)) AND \(last ?? Day(number: .max))
            ORDER BY customer_id, sequence LIMIT \(limit)
            """
        ) { row in
            let customer: Customer.ID = try row.id()
            return try EntryReport.Row(&row, of: customer, in: shop)
        }
    }
}
