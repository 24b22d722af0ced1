import Loyalty

extension AuditPage {
    mutating func readBonuses(_ connection: any SQLConnection) throws {
        try read("event_key, reference, occurred_on, entry_sequence, points", from: "bonus", connection) {
            row, records in
            records.bonuses.append(
                Bonus(
                    eventKey: try row.text(), reference: try row.id(), occurredOn: try row.auditedDay(),
                    entrySequence: try row.integer(), points: try row.points()))
        }
    }

    mutating func readWarnings(_ connection: any SQLConnection) throws {
        try read("expires_on, days_before, lapses_on, points, warned_at", from: "expiry_warning", connection) {
            row, records in
            records.warnings.append(
                ExpiryWarning(
                    lastDay: try row.auditedDay(), daysBefore: try row.count(), lapsesOn: try row.auditedDay(),
                    points: try row.points(), warnedAt: try row.auditedInstant()))
        }
    }
}
