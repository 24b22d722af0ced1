import Crypto
public import Loyalty

/// The ledger of members, within one transaction. Entries are only ever added.
public struct LedgerStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Writes an entry, chained to the one before it, with all it does to lots, and adds it to the shop's day.
    /// - Parameter occurredOn: The day the entry occurred, in the shop's time zone.
    public func append(_ posting: Posting, occurredOn: Day) throws {
        let entry = posting.entry
        try append(entry, basisAmount: posting.basisAmount, occurredOn: occurredOn)
        let lots = LotStore(connection)
        if let lot = posting.opens { try lots.insert(lot, of: entry.customerID, in: entry.shopID) }
        for use in posting.uses { try lots.record(use, by: entry, opening: posting.opens?.sequence) }
    }

    /// Writes an entry alone, chained to the one before it, and adds it to the shop's day.
    func append(_ entry: Entry, basisAmount: Int64? = nil, occurredOn: Day) throws {
        let hash = EntryHash.next(after: try lastHash(before: entry), for: entry)
        try connection.execute(
            """
            INSERT INTO entry (
                shop_id, customer_id, sequence, kind, points, balance_after, reference, description, actor, occurred_at,
                occurred_on, recorded_at, program_version, basis_amount, hash)
            VALUES (
                \(entry.shopID), \(entry.customerID), \(entry.sequence), \(entry.kind.rawValue), \(entry.points),
                \(entry.balanceAfter), \(entry.reference), \(entry.description), \(entry.actor), \(entry.occurredAt),
                \(occurredOn), \(entry.recordedAt), \(entry.programVersion),
                \(basisAmount), \(hash))
            """)
        try ShopDayStore(connection).add(entry, on: occurredOn)
    }

    private func lastHash(before entry: Entry) throws -> [UInt8] {
        guard entry.sequence > 1 else { return EntryHash.none }
        let hash = try connection.first(
            """
            SELECT hash FROM entry
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND sequence = \(entry.sequence - 1)
            """
        ) { row in try row.bytes() }
        guard let hash else {
            throw StorageFailure.corrupt("entry \(entry.sequence - 1) of \(entry.customerID) is missing")
        }
        return hash
    }
}

/// The chain that binds each entry to all before it: SHA-256 over the previous hash and the entry's canonical bytes.
public enum EntryHash {
    /// What stands before a member's first entry: 32 zero bytes.
    public static let none = [UInt8](repeating: 0, count: 32)

    public static func next(after previous: [UInt8], for entry: Entry) -> [UInt8] {
        Array(SHA256.hash(data: previous + entry.canonicalBytes))
    }
}
