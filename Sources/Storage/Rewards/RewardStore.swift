public import Loyalty

/// Rewards of one shop, within one transaction. A deleted reward is kept for the redemptions that name it.
public struct RewardStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A reward that can still be offered, with the count that is written.
    public func reward(_ id: Reward.ID, in shop: Shop) throws -> Reward? {
        try connection.first(
            """
            SELECT \(sql: columns)
            FROM reward WHERE shop_id = \(shop.id) AND reward_id = \(id) AND deleted_at IS NULL
            """
        ) { row in try read(&row, shop.currency) }
    }

    /// A reward that can still be offered, as it stands: codes and holds are left out of its count whose time is over,
    /// though they have not ended.
    public func reward(_ id: Reward.ID, in shop: Shop, at now: Instant) throws -> Reward? {
        var reward = try reward(id, in: shop)
        reward?.redeemedCount -= try overdueCounts(in: shop.id, at: now)[id] ?? 0
        return reward
    }

    /// A reward that was once offered, deleted or not: what a redemption stands for.
    public func rewardOnceOffered(_ id: Reward.ID, in shop: Shop) throws -> Reward {
        let reward = try connection.first(
            """
            SELECT \(sql: columns)
            FROM reward WHERE shop_id = \(shop.id) AND reward_id = \(id)
            """
        ) { row in try read(&row, shop.currency) }
        guard let reward else { throw StorageFailure.corrupt("reward \(id) of \(shop.id) is missing") }
        return reward
    }

    /// Rewards as they stand, by id, after one; the ids rise with the time of making.
    public func rewards(in shop: Shop, after id: Reward.ID?, limit: Int, at now: Instant) throws -> [Reward] {
        let overdue = try overdueCounts(in: shop.id, at: now)
        return try connection.all(
            """
            SELECT \(sql: columns)
            FROM reward WHERE shop_id = \(shop.id) AND reward_id > \(id?.text ?? "") AND deleted_at IS NULL
            ORDER BY reward_id LIMIT \(limit)
            """
        ) { row in
            var reward = try read(&row, shop.currency)
            reward.redeemedCount -= overdue[reward.id] ?? 0
            return reward
        }
    }

    /// Codes and holds that have not ended, though their time is over, by reward.
    private func overdueCounts(in shop: Shop.ID, at now: Instant) throws -> [Reward.ID: Int64] {
        let counts: [(Reward.ID, Int64)] = try connection.all(
            """
            SELECT reward_id, COUNT(*) FROM (
                SELECT reward_id FROM redemption
                WHERE shop_id = \(shop) AND expires_at <= \(now)
                    AND used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL
                UNION ALL
                SELECT reward_id FROM hold
                WHERE shop_id = \(shop) AND expires_at <= \(now) AND ended_at IS NULL AND reward_id IS NOT NULL
            ) AS overdue
            GROUP BY reward_id
            """
        ) { row in (try row.id(), try row.integer()) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// Makes the reward, or changes all of it but the count of redemptions.
    public func save(_ reward: Reward, in shop: Shop.ID) throws {
        let benefit = BenefitColumns(reward.benefit)
        try connection.send(
            """
            INSERT INTO reward (
                shop_id, reward_id, name, description, reward_type, benefit_amount, benefit_name, cost_points,
                minimum_tier_key, is_active, available_count, customer_limit_count, valid_from_at, valid_until_at,
                code_valid_days, on_code_expiry, redeemed_count)
            VALUES (
                \(shop), \(reward.id), \(reward.name), \(reward.description), \(benefit.type.rawValue),
                \(benefit.amount), \(benefit.name), \(reward.cost), \(reward.minimumTierKey), \(reward.isActive),
                \(reward.totalAvailable), \(reward.limitPerCustomer), \(reward.validFrom), \(reward.validUntil),
                \(reward.codeValidDays), \(reward.onCodeExpiry.rawValue), 0)
            ON CONFLICT (shop_id, reward_id) DO UPDATE SET
                name = excluded.name, description = excluded.description, reward_type = excluded.reward_type,
                benefit_amount = excluded.benefit_amount, benefit_name = excluded.benefit_name,
                cost_points = excluded.cost_points, minimum_tier_key = excluded.minimum_tier_key,
                is_active = excluded.is_active, available_count = excluded.available_count,
                customer_limit_count = excluded.customer_limit_count, valid_from_at = excluded.valid_from_at,
                valid_until_at = excluded.valid_until_at, code_valid_days = excluded.code_valid_days,
                on_code_expiry = excluded.on_code_expiry
            """)
    }

    /// Moves the count of live and used redemptions.
    public func count(_ change: Int64, of reward: Reward.ID, in shop: Shop.ID) throws {
        try connection.send(
            """
            UPDATE reward SET redeemed_count = redeemed_count + \(change)
            WHERE shop_id = \(shop) AND reward_id = \(reward)
            """)
    }

    /// Customers with codes or holds of a reward whose time is over, though they have not ended.
    public func holdersOverdue(
        of reward: Reward.ID, in shop: Shop.ID, at now: Instant, limit: Int64
    ) throws -> [Customer.ID] {
        try connection.all(
            """
            SELECT customer_id FROM redemption
            WHERE shop_id = \(shop) AND reward_id = \(reward) AND expires_at <= \(now)
                AND used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL
            UNION
            SELECT customer_id FROM hold
            WHERE shop_id = \(shop) AND reward_id = \(reward) AND expires_at <= \(now) AND ended_at IS NULL
            LIMIT \(limit)
            """
        ) { row in try row.id() }
    }

    public func delete(_ reward: Reward.ID, in shop: Shop.ID, at now: Instant) throws {
        try connection.send(
            "UPDATE reward SET deleted_at = \(now) WHERE shop_id = \(shop) AND reward_id = \(reward)")
    }

    private func read(_ row: inout SQLRow, _ currency: Currency) throws -> Reward {
        let (id, name, description): (Reward.ID, String, String) = (try row.id(), try row.text(), try row.text())
        let benefit = BenefitColumns(
            type: try row.value(of: RewardType.self), amount: try row.integer(), name: try row.text())
        return Reward(
            id: id, name: name, description: description, benefit: benefit.benefit(currency), cost: try row.points(),
            minimumTierKey: try row.text(), isActive: try row.flag(), totalAvailable: row.optionalInteger(),
            limitPerCustomer: row.optionalInteger(), validFrom: row.optionalInstant(),
            validUntil: row.optionalInstant(), codeValidDays: try row.count(),
            onCodeExpiry: try row.value(of: CodeExpiryPolicy.self), redeemedCount: try row.integer())
    }
}

private let columns: StaticString = """
    reward_id, name, description, reward_type, benefit_amount, benefit_name, cost_points, minimum_tier_key, is_active,
    available_count, customer_limit_count, valid_from_at, valid_until_at, code_valid_days, on_code_expiry,
    redeemed_count
    """
