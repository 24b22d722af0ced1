public import Loyalty

/// Holds of one shop, within one transaction.
public struct HoldStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func hold(_ id: Hold.ID, in shop: Shop.ID) throws -> Hold? {
        try connection.first(
            """
            SELECT \(sql: columns)
            FROM hold WHERE shop_id = \(shop) AND hold_id = \(id)
            """, read)
    }

    /// The holds of a member that have not ended, the oldest first; among them may be some whose time is over.
    public func live(of customer: Customer.ID, in shop: Shop.ID) throws -> [Hold] {
        // Sorted here: told to sort, SQLite would go through all holds of the shop, which it has in this order already.
        try connection.all(
            """
            SELECT \(sql: columns)
            FROM hold WHERE shop_id = \(shop) AND customer_id = \(customer) AND ended_at IS NULL
            """, read
        )
        .sorted { one, other in one.id < other.id }
    }

    public func insert(_ hold: Hold, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO hold (
                shop_id, hold_id, customer_id, points, reward_id, reference, actor, held_at, expires_at)
            VALUES (
                \(shop), \(hold.id), \(hold.customerID), \(hold.points), \(hold.rewardID), \(hold.reference),
                \(hold.actor), \(hold.heldAt), \(hold.expiresAt))
            """)
        if let reward = hold.rewardID { try RewardStore(connection).count(1, of: reward, in: shop) }
    }

    /// Writes the outcome of a hold that had none; a reward that was not confirmed goes back to its stock.
    public func end(_ hold: Hold, in shop: Shop.ID) throws {
        let ended = HoldOutcomeColumns(hold.outcome)
        let changed = try connection.execute(
            """
            UPDATE hold SET
                outcome = \(ended.outcome?.rawValue), confirmed_points = \(ended.confirmedPoints),
                entry_sequence = \(ended.entrySequence), redemption_id = \(ended.redemptionID),
                ended_at = \(ended.endedAt), ended_by = \(ended.endedBy)
            WHERE shop_id = \(shop) AND hold_id = \(hold.id) AND ended_at IS NULL
            """)
        guard changed == 1 else { throw StorageFailure.corrupt("hold \(hold.id) ended twice") }
        guard let reward = hold.rewardID, ended.outcome != .confirmed else { return }
        try RewardStore(connection).count(-1, of: reward, in: shop)
    }

    private func read(_ row: inout SQLRow) throws -> Hold {
        var hold = Hold(
            id: try row.id(), customerID: try row.id(), points: try row.points(), rewardID: row.optionalID(),
            reference: try row.text(), actor: try row.text(), heldAt: try row.instant(), expiresAt: try row.instant())
        let columns = HoldOutcomeColumns(
            outcome: row.optionalText().flatMap(Hold.Status.init), confirmedPoints: try row.points(),
            entrySequence: row.optionalInteger(), redemptionID: row.optionalID(), endedAt: row.optionalInstant(),
            endedBy: row.optionalText())
        hold.outcome = columns.holdOutcome
        return hold
    }
}

private let columns: StaticString = """
    hold_id, customer_id, points, reward_id, reference, actor, held_at, expires_at, outcome, confirmed_points,
    entry_sequence, redemption_id, ended_at, ended_by
    """
