import Loyalty

extension DossierSection {
    /// What was bought, and what it counted as.
    static func ofOrders(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "orders",
                [
                    "shop_id": .text, "order_id": .text, "status": .text, "revision": .number, "currency": .text,
                    "total_minor_units": .number, "shipping_minor_units": .number, "tax_minor_units": .number,
                    "refunded_minor_units": .number, "placed_at": .moment, "updated_at": .moment,
                    "delivered_at": .moment, "lines": .text, "points": .number, "spending_minor_units": .number,
                ],
                """
                SELECT held.shop_id, order_id, status, revision, COALESCE(held.currency, shop.currency), total_amount,
                    shipping_amount, tax_amount, refunded_amount, placed_at, updated_at, delivered_at, lines,
                    posted_points, spending_amount
                FROM member
                JOIN order_state AS held
                    ON held.shop_id = member.shop_id AND held.customer_id = member.customer_id
                JOIN shop ON shop.shop_id = member.shop_id
                WHERE member.customer_id = \(customer) ORDER BY held.shop_id, order_id
                """),
            DossierSection(
                "spending", ["shop_id": .text, "day": .day, "minor_units": .number],
                """
                SELECT spending_day.shop_id, spent_on, amount
                FROM member JOIN spending_day
                    ON spending_day.shop_id = member.shop_id AND spending_day.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY spending_day.shop_id, spent_on
                """),
        ]
    }

    /// What was had for points, or was set aside for it.
    static func ofRewards(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "redemptions",
                [
                    "shop_id": .text, "reward": .text, "points": .number, "issued_at": .moment, "expires_at": .moment,
                    "used_at": .moment, "order_id": .text, "cancelled_at": .moment, "expired_at": .moment,
                ],
                """
                SELECT redemption.shop_id, reward.name, redemption.cost_points, issued_at, expires_at, used_at,
                    used_order_id, cancelled_at, expired_at
                FROM member
                JOIN redemption
                    ON redemption.shop_id = member.shop_id AND redemption.customer_id = member.customer_id
                JOIN reward ON reward.shop_id = redemption.shop_id AND reward.reward_id = redemption.reward_id
                WHERE member.customer_id = \(customer) ORDER BY redemption.shop_id, redemption_id
                """),
            DossierSection(
                "holds",
                [
                    "shop_id": .text, "points": .number, "reference": .text, "held_at": .moment, "expires_at": .moment,
                    "outcome": .text, "confirmed_points": .number, "ended_at": .moment,
                ],
                """
                SELECT hold.shop_id, points, reference, held_at, expires_at, outcome, confirmed_points, ended_at
                FROM member JOIN hold ON hold.shop_id = member.shop_id AND hold.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY hold.shop_id, hold_id
                """),
        ]
    }

    /// What was given besides the points of orders, and the invitations on either side.
    static func ofGifts(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "bonuses",
                ["shop_id": .text, "event": .text, "reference": .text, "occurred_on": .day, "points": .number],
                """
                SELECT bonus.shop_id, event_key, reference, occurred_on, points
                FROM member JOIN bonus ON bonus.shop_id = member.shop_id AND bonus.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY bonus.shop_id, entry_sequence
                """),
            DossierSection(
                "invitations_made",
                ["shop_id": .text, "state": .text, "claimed_at": .moment, "points": .number],
                """
                SELECT referral.shop_id, state, claimed_at, referrer_posted_points
                FROM member JOIN referral
                    ON referral.shop_id = member.shop_id AND referral.referrer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY referral.shop_id, referral.referral_id
                """),
            DossierSection(
                "invitations_accepted",
                [
                    "shop_id": .text, "state": .text, "claimed_at": .moment, "first_order_id": .text, "points": .number,
                ],
                """
                SELECT referral.shop_id, state, claimed_at, first_order_id, referee_posted_points
                FROM member JOIN referral
                    ON referral.shop_id = member.shop_id AND referral.referee_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY referral.shop_id, referral.referral_id
                """),
        ]
    }
}
