import Loyalty

extension AuditPage {
    mutating func readBonuses(_ connection: any SQLConnection) throws {
        try read(
            "bonus",
            """
            SELECT customer_id, event_key, reference, occurred_on, entry_sequence, points
            FROM bonus
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, event_key, reference
            """, connection
        ) { row, records in
            records.bonuses.append(
                Bonus(
                    eventKey: try row.text(), reference: try row.id(), occurredOn: try row.auditedDay(),
                    entrySequence: try row.integer(), points: try row.points()))
        }
    }

    mutating func readWarnings(_ connection: any SQLConnection) throws {
        try read(
            "expiry_warning",
            """
            SELECT customer_id, expires_on, days_before, lapses_on, points, warned_at
            FROM expiry_warning
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, expires_on, days_before
            """, connection
        ) { row, records in
            records.warnings.append(
                ExpiryWarning(
                    lastDay: try row.auditedDay(), daysBefore: try row.count(), lapsesOn: try row.auditedDay(),
                    points: try row.points(), warnedAt: try row.auditedInstant()))
        }
    }
}
