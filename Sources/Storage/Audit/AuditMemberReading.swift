import Loyalty

extension AuditPage {
    mutating func readTierChanges(_ connection: any SQLConnection) throws {
        try read(
            "tier_change",
            """
            SELECT customer_id, number, from_tier_key, to_tier_key, cause, reference, changed_at
            FROM tier_change
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, number
            """, connection
        ) { row, records in
            records.tierChanges.append(
                TierChange(
                    number: try row.integer(), from: try row.text(), to: try row.text(),
                    cause: try row.value(of: TierChange.Cause.self), reference: try row.text(),
                    at: try row.auditedInstant()))
        }
    }

    mutating func readRedemptions(_ connection: any SQLConnection) throws {
        try read(
            "redemption",
            """
            SELECT customer_id, redemption_id, reward_id, cost_points, entry_sequence, issued_at, expires_at,
                on_code_expiry, bonus_points, used_at, used_order_id, cancelled_at, expired_at, ended_by
            FROM redemption
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id
            """, connection
        ) { row, records in
            var redemption = Redemption(
                id: try row.id(), rewardID: try row.id(), customerID: records.customerID, cost: try row.points(),
                entrySequence: try row.integer(), issuedAt: try row.auditedInstant(),
                expiresAt: try row.auditedInstant(), onCodeExpiry: try row.value(of: CodeExpiryPolicy.self),
                bonusPoints: try row.points())
            let columns = OutcomeColumns(
                usedAt: try row.optionalAuditedInstant(), usedOrderID: row.optionalID(),
                cancelledAt: try row.optionalAuditedInstant(), expiredAt: try row.optionalAuditedInstant(),
                endedBy: row.optionalText())
            redemption.outcome = columns.outcome
            guard [columns.usedAt, columns.cancelledAt, columns.expiredAt].compactMap(\.self).count <= 1 else {
                throw StorageFailure.corrupt("it has ended more than once")
            }
            records.redemptions.append(redemption)
        }
    }
}
