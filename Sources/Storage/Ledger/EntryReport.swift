public import Loyalty

/// A member's history for pages and JSON.
public struct EntryReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// An entry with the hash that seals it.
    public struct Row: Sendable {
        public let entry: Entry
        public let hash: [UInt8]

        /// Names the entry among all entries: the first half of its hash, in hexadecimal digits.
        public var id: String { Hexadecimal.text(of: hash.prefix(16)) }
    }

    /// Entries of a member, newest first, below a sequence.
    public func entries(
        of customer: Customer.ID, in shop: Shop.ID, below sequence: Int64?, limit: Int
    ) throws -> [Row] {
        try connection.all(
            """
            SELECT sequence, kind, points, balance_after, reference, description, actor, occurred_at, recorded_at,
                program_version, hash
            FROM entry
            WHERE shop_id = \(shop) AND customer_id = \(customer) AND sequence < \(sequence ?? .max)
            ORDER BY sequence DESC LIMIT \(limit)
            """
        ) { row in try Row(&row, of: customer, in: shop) }
    }
}

extension EntryReport.Row {
    /// Reads the columns from `sequence` to `hash`.
    init(_ row: inout SQLRow, of customer: Customer.ID, in shop: Shop.ID) throws {
        entry = Entry(
            shopID: shop, customerID: customer, sequence: try row.integer(),
            kind: try row.value(of: EntryKind.self), points: try row.points(), balanceAfter: try row.points(),
            reference: try row.text(), description: try row.text(), actor: try row.text(),
            occurredAt: try row.instant(), recordedAt: try row.instant(),
            programVersion: row.optionalInteger().map { Int($0) })
        hash = try row.bytes()
    }
}
