import Crypto
public import Loyalty

/// The ledger of members, within one transaction. Entries are only ever added.
public struct LedgerStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Writes an entry, chained to the one before it, with all it does to lots, and adds it to the shop's day. A lapse
    /// that it undoes is written before it, and what lapses at once after it.
    /// - Parameter occurredOn: The day the entry occurred, in the shop's time zone.
    public func append(_ posting: Posting, occurredOn: Day) throws {
        for earlier in posting.undoes { try append(earlier, occurredOn: occurredOn) }
        let entry = posting.entry
        var end = try end(before: entry)
        try insert(entry, at: &end, basisAmount: posting.basisAmount, occurredOn: occurredOn)
        let lots = LotStore(connection)
        if let lot = posting.opens { try lots.insert(lot, of: entry.customerID, in: entry.shopID) }
        for use in posting.uses { try lots.record(use, by: entry, opening: posting.opens?.sequence) }
        try ShopDayStore(connection).add(entry, on: occurredOn)
        for later in posting.lapses { try append(later, occurredOn: occurredOn) }
    }

    /// Where a member's chain ends: the hash that the next entry follows upon, and the moment before which a seal has
    /// closed the shop's books.
    struct ChainEnd {
        fileprivate var hash: [UInt8]
        fileprivate let closedBefore: Instant?
    }

    /// Writes an entry alone, chained to the one before it.
    func insert(_ entry: Entry, at end: inout ChainEnd, basisAmount: Int64? = nil, occurredOn: Day) throws {
        var entry = entry
        if let closedBefore = end.closedBefore { entry.record(noEarlierThan: closedBefore) }
        end.hash = EntryHash.next(after: end.hash, for: entry)
        try connection.send(
            """
            INSERT INTO entry (
                shop_id, customer_id, sequence, kind, points, balance_after, reference, description, actor, occurred_at,
                occurred_on, recorded_at, program_version, basis_amount, hash)
            VALUES (
                \(entry.shopID), \(entry.customerID), \(entry.sequence), \(entry.kind.rawValue), \(entry.points),
                \(entry.balanceAfter), \(entry.reference), \(entry.description), \(entry.actor), \(entry.occurredAt),
                \(occurredOn), \(entry.recordedAt), \(entry.programVersion), \(basisAmount), \(end.hash))
            """)
    }

    /// Announces that an entry of the member will be written.
    public func expectEnd(of customer: Customer.ID, in shop: Shop.ID) throws {
        try connection.expect(endQuery(of: customer, in: shop))
    }

    /// Where the chain ends that an entry is to follow upon.
    func end(before entry: Entry) throws -> ChainEnd {
        let found = try connection.first(endQuery(of: entry.customerID, in: entry.shopID)) { row in
            let sequence = try row.integer()
            return (sequence, ChainEnd(hash: try row.bytes(), closedBefore: row.optionalInstant()))
        }
        let (sequence, end) = try found ?? (0, ChainEnd(hash: EntryHash.none, closedBefore: closedBefore(entry.shopID)))
        guard sequence == entry.sequence - 1 else {
            throw StorageFailure.corrupt(
                "entry \(entry.sequence) of \(entry.customerID) does not follow upon the last one, \(sequence)")
        }
        return end
    }

    private func endQuery(of customer: Customer.ID, in shop: Shop.ID) -> SQLStatement {
        """
        SELECT sequence, hash, (SELECT closed_before_at FROM shop_upkeep WHERE shop_id = \(shop))
        FROM entry WHERE shop_id = \(shop) AND customer_id = \(customer) ORDER BY sequence DESC LIMIT 1
        """
    }

    private func closedBefore(_ shop: Shop.ID) throws -> Instant? {
        try connection.first("SELECT closed_before_at FROM shop_upkeep WHERE shop_id = \(shop)") { row in
            row.optionalInstant()
        } ?? nil
    }
}

/// The chain that binds each entry to all before it: SHA-256 over the previous hash and the entry's canonical bytes.
public enum EntryHash {
    /// What stands before a member's first entry: 32 zero bytes.
    public static let none = [UInt8](repeating: 0, count: 32)

    public static func next(after previous: [UInt8], for entry: Entry) -> [UInt8] {
        var hasher = EntryHasher()
        return hasher.next(after: previous, for: entry)
    }
}

/// Makes one hash after another in the same memory.
public struct EntryHasher {
    private var fields = Netstrings()

    public init() {}

    public mutating func next(after previous: [UInt8], for entry: Entry) -> [UInt8] {
        fields.removeAll()
        entry.write(to: &fields)
        var hash = SHA256()
        previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
        fields.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }
}
