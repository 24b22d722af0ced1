/// The lists of rewards, redemptions and referrals.
extension ConsoleList {
    var rewardColumns: [ConsoleColumn] {
        [
            .listed("reward", .text), .listed("kind", .word), .listed("state", .word), .listed("cost", .points),
            .listed("redeemed_count", .number), .listed("stock", .number), .kept("description", .text),
            .kept("minimum_tier", .text), .kept("limit", .number), .kept("valid_from", .moment),
            .kept("valid_until", .moment), .kept("code_days", .number), .kept("on_code_expiry", .word),
            .kept("deleted", .moment),
        ]
    }

    func rewards(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            switch ask.sort {
            case .name: "LOWER(reward_name), shop_id, reward_id"
            case .most: "redeemed_count DESC, shop_id, reward_id"
            case .newest, .newestOfEach, .key: "reward_id DESC, shop_id"
            }
        return """
            SELECT shop_id, name, currency, reward_id, reward_name, reward_type, state, cost_points, redeemed_count,
                available_count, description, minimum_tier_key, customer_limit_count, valid_from_at, valid_until_at,
                code_valid_days, on_code_expiry, deleted_at
            FROM (
                SELECT shop.shop_id, shop.name, shop.currency, reward_id, reward.name AS reward_name, reward_type,
                    CASE WHEN deleted_at IS NOT NULL THEN 'deleted' WHEN is_active = 1 THEN 'active' ELSE 'off' END
                        AS state,
                    cost_points, redeemed_count, available_count, description, minimum_tier_key, customer_limit_count,
                    valid_from_at, valid_until_at, code_valid_days, on_code_expiry, deleted_at
                FROM reward JOIN shop ON shop.shop_id = reward.shop_id
                WHERE reward.shop_id >= \(ask.firstShop) AND reward.shop_id <= \(ask.lastShop)
            ) AS offered
            WHERE (\(ask.anyKey) = 1 OR reward_id = \(ask.keyText))
                AND (\(ask.anyText) = 1 OR LOWER(reward_name) LIKE \(ask.anywhere) ESCAPE '\\'
                    OR reward_id = \(ask.text))
                AND (\(ask.anyState) = 1 OR state = \(ask.stateText))
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var redemptionColumns: [ConsoleColumn] {
        [
            .listed("reward", .reward), .listed("member", .member), .listed("state", .word), .listed("cost", .points),
            .listed("issued", .moment), .listed("expires", .moment), .kept("used", .moment), .kept("order", .text),
            .kept("cancelled", .moment), .kept("expired_at", .moment), .kept("actor", .text), .kept("entry", .number),
            .kept("on_code_expiry", .word), .kept("bonus", .points),
        ]
    }

    func redemptions(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString = ask.sort == .key ? "shop_id, redemption_id" : "redemption_id DESC, shop_id"
        return """
            SELECT shop_id, name, currency, redemption_id, reward_id, reward_name, customer_id, customer_name, state,
                cost_points, issued_at, expires_at, used_at, used_order_id, cancelled_at, expired_at, ended_by,
                entry_sequence, on_code_expiry, bonus_points
            FROM (
                SELECT shop.shop_id, shop.name, shop.currency, redemption_id, redemption.reward_id,
                    reward.name AS reward_name, redemption.customer_id, customer.name AS customer_name, folded_name,
                    CASE WHEN used_at IS NOT NULL THEN 'redeemed' WHEN cancelled_at IS NOT NULL THEN 'cancelled'
                        WHEN expired_at IS NOT NULL OR expires_at <= \(ask.now) THEN 'expired' ELSE 'pending' END
                        AS state,
                    redemption.cost_points, issued_at, expires_at, used_at, used_order_id, cancelled_at, expired_at,
                    ended_by, entry_sequence, redemption.on_code_expiry, bonus_points
                FROM redemption JOIN shop ON shop.shop_id = redemption.shop_id
                JOIN reward ON reward.shop_id = redemption.shop_id AND reward.reward_id = redemption.reward_id
                LEFT JOIN customer ON customer.customer_id = redemption.customer_id
                WHERE redemption.shop_id >= \(ask.firstShop) AND redemption.shop_id <= \(ask.lastShop)
                    AND (\(ask.anyKey) = 1 OR redemption_id = \(ask.keyText))
            ) AS ticket
            WHERE (\(ask.anyState) = 1 OR state = \(ask.stateText))
                AND (\(ask.anyText) = 1 OR customer_id = \(ask.text) OR redemption_id = \(ask.text)
                    OR used_order_id = \(ask.text) OR folded_name LIKE \(ask.beginning) ESCAPE '\\'
                    OR LOWER(reward_name) LIKE \(ask.beginning) ESCAPE '\\')
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var referralRowColumns: [ConsoleColumn] {
        [
            .listed("referrer", .member), .listed("referee", .member), .listed("state", .word),
            .listed("reason", .word), .listed("claimed", .moment), .listed("points", .points),
            .kept("referee_points", .points), .kept("order", .text), .kept("changed", .moment),
            .kept("version", .number), .kept("actor", .text), .kept("note", .text),
        ]
    }

    func referrals(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            ask.sort == .key ? "referral.shop_id, referral_id" : "referral_id DESC, referral.shop_id"
        return """
            SELECT shop.shop_id, shop.name, shop.currency, referral_id, referrer_id, referrer.name, referee_id,
                referee.name, state, block_reason, claimed_at, referrer_posted_points, referee_posted_points,
                first_order_id, changed_at, terms_version, decided_by, decision_note
            FROM referral JOIN shop ON shop.shop_id = referral.shop_id
            LEFT JOIN customer AS referrer ON referrer.customer_id = referrer_id
            LEFT JOIN customer AS referee ON referee.customer_id = referee_id
            WHERE referral.shop_id >= \(ask.firstShop) AND referral.shop_id <= \(ask.lastShop)
                AND (\(ask.anyKey) = 1 OR referral_id = \(ask.keyText))
                AND (\(ask.anyState) = 1 OR state = \(ask.stateText))
                AND (\(ask.anyText) = 1 OR referrer_id = \(ask.text) OR referee_id = \(ask.text)
                    OR first_order_id = \(ask.text) OR referrer.folded_name LIKE \(ask.beginning) ESCAPE '\\'
                    OR referee.folded_name LIKE \(ask.beginning) ESCAPE '\\')
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }
}
