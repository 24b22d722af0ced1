import Loyalty

extension AuditPage {
    mutating func readHolds(_ connection: any SQLConnection) throws {
        try read(
            """
            hold_id, points, reward_id, reference, actor, held_at, expires_at, outcome, confirmed_points,
            entry_sequence, redemption_id, ended_at, ended_by
            """, from: "hold", connection
        ) { row, records in
            var hold = Hold(
                id: try row.id(), customerID: records.customerID, points: try row.points(), rewardID: row.optionalID(),
                reference: try row.text(), actor: try row.text(), heldAt: try row.auditedInstant(),
                expiresAt: try row.auditedInstant())
            let columns = HoldOutcomeColumns(
                outcome: row.optionalText().flatMap(Hold.Status.init), confirmedPoints: try row.points(),
                entrySequence: row.optionalInteger(), redemptionID: row.optionalID(),
                endedAt: try row.optionalAuditedInstant(), endedBy: row.optionalText())
            let isConfirmed = columns.outcome == .confirmed
            guard (columns.outcome == nil) == (columns.endedAt == nil), isConfirmed == (columns.entrySequence != nil)
            else { throw StorageFailure.corrupt("it has ended in part") }
            hold.outcome = columns.holdOutcome
            records.holds.append(hold)
        }
    }
}
