import Loyalty

extension AuditPage {
    mutating func readEntries(_ connection: any SQLConnection) throws {
        let shop = keys.shop
        try read(
            "entry",
            """
            SELECT customer_id, sequence, kind, points, balance_after, reference, description, actor, occurred_at,
                recorded_at, program_version, occurred_on, hash, basis_amount
            FROM entry
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, sequence
            """, connection
        ) { row, records in
            let entry = Entry(
                shopID: shop, customerID: records.customerID, sequence: try row.integer(),
                kind: try row.value(of: EntryKind.self), points: try row.points(), balanceAfter: try row.points(),
                reference: try row.text(), description: try row.text(), actor: try row.text(),
                occurredAt: try row.auditedInstant(), recordedAt: try row.auditedInstant(),
                programVersion: row.optionalInteger().map { Int($0) })
            records.entries.append(
                AuditEntry(
                    entry: entry, occurredOn: try row.auditedDay(), hash: try row.bytes(),
                    basisAmount: row.optionalInteger()))
        }
    }

    mutating func readLots(_ connection: any SQLConnection) throws {
        try read(
            "lot",
            """
            SELECT customer_id, sequence, order_id, earned_at, available_at, expires_on, idle_days, points,
                remaining_points
            FROM lot
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, sequence
            """, connection
        ) { row, records in
            records.lots.append(
                Lot(
                    sequence: try row.integer(), orderID: row.optionalID(), earnedAt: try row.auditedInstant(),
                    availableAt: try row.auditedInstant(), expiresOn: try row.optionalAuditedDay(),
                    idleDays: row.optionalInteger().map { Int(truncatingIfNeeded: $0) }, points: try row.points(),
                    remaining: try row.points()))
        }
    }

    mutating func readUses(_ connection: any SQLConnection) throws {
        try read(
            "lot_use",
            """
            SELECT customer_id, entry_sequence, lot_sequence, points
            FROM lot_use
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, entry_sequence, lot_sequence
            """, connection
        ) { row, records in
            records.uses.append(
                AuditUse(
                    entrySequence: try row.integer(),
                    use: LotUse(lotSequence: try row.integer(), points: try row.points())))
        }
    }
}
