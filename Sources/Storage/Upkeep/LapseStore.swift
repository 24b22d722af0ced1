public import Loyalty

/// Lapses of points, within one transaction: few statements, however many lots.
public struct LapseStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Writes the entries of a member's lapses with all that they take from lots.
    public func append(_ lapses: [Lapse]) throws {
        guard !lapses.isEmpty else { return }
        let ledger = LedgerStore(connection)
        for lapse in lapses {
            if let whole = lapse.whole, lapse.posting.uses.count > 1 {
                try ledger.append(lapse.posting.entry, occurredOn: lapse.occurredOn)
                try empty(whole, by: lapse.posting.entry)
            } else {
                try ledger.append(lapse.posting, occurredOn: lapse.occurredOn)
            }
        }
    }

    /// Takes all that is left in the lots of one life.
    private func empty(_ life: LotLife, by entry: Entry) throws {
        try connection.execute(
            """
            INSERT INTO lot_use (shop_id, customer_id, entry_sequence, lot_sequence, points)
            SELECT shop_id, customer_id, \(entry.sequence), sequence, remaining_points FROM lot
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND remaining_points > 0
                AND (expires_on = \(life.expiresOn) OR idle_days = \(life.idleDays))
            """)
        try connection.execute(
            """
            UPDATE lot SET remaining_points = 0
            WHERE shop_id = \(entry.shopID) AND customer_id = \(entry.customerID) AND remaining_points > 0
                AND (expires_on = \(life.expiresOn) OR idle_days = \(life.idleDays))
            """)
    }
}
