public import Loyalty

/// Lapses of points, within one transaction: few statements, however many lots.
public struct LapseStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Writes the entries of a member's lapses with all that they take from lots, but not what the shop sums up.
    public func append(_ lapses: [Lapse]) throws {
        guard let first = lapses.first?.posting.entry, let last = lapses.last?.posting.entry else { return }
        let ledger = LedgerStore(connection)
        var end = try ledger.end(before: first)
        for lapse in lapses {
            try ledger.insert(lapse.posting.entry, at: &end, occurredOn: lapse.occurredOn)
            try record(lapse)
        }
        if lapses.allSatisfy(\.emptiesLots) { return try emptyLots(from: first, through: last) }
        for lapse in lapses where lapse.emptiesLots {
            try emptyLots(from: lapse.posting.entry, through: lapse.posting.entry)
        }
    }

    /// Adds points that lapsed to the sums of a shop's days.
    public func add(_ points: [Day: Points], in shop: Shop.ID) throws {
        try ShopDayStore(connection).add(lapsed: points, in: shop)
    }

    /// Records what a lapse takes from lots. Where it takes all, the lots are left as they are for the moment.
    private func record(_ lapse: Lapse) throws {
        let (entry, uses) = (lapse.posting.entry, lapse.posting.uses)
        if let life = lapse.whole, uses.count > 1 { return try recordAll(of: life, by: entry) }
        let lots = LotStore(connection)
        for use in uses { try lots.record(use, by: entry, opening: lapse.emptiesLots ? use.lotSequence : nil) }
    }

    private func recordAll(of life: LotLife, by entry: Entry) throws {
        try connection.send(
            """
            INSERT INTO lot_use (shop_id, customer_id, entry_sequence, lot_sequence, points)
            SELECT shop_id, customer_id, \(entry.sequence), sequence, remaining_points FROM lot
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND remaining_points > 0
                AND (expires_on = \(life.expiresOn) OR idle_days = \(life.idleDays))
            """)
    }

    /// Takes the points from the lots of which the entries of lapses took all.
    private func emptyLots(from first: Entry, through last: Entry) throws {
        try connection.send(
            """
            UPDATE lot SET remaining_points = 0
            WHERE shop_id = \(first.shopID) AND customer_id = \(first.customerID) AND remaining_points > 0
                AND sequence IN (
                    SELECT lot_sequence FROM lot_use
                    WHERE shop_id = \(first.shopID) AND customer_id = \(first.customerID)
                        AND entry_sequence BETWEEN \(first.sequence) AND \(last.sequence))
            """)
    }
}
