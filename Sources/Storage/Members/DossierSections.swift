import Loyalty

extension DossierSection {
    /// Who the customer is, and where they can sign in or work.
    static func ofPerson(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "customer", ["id": .text, "name": .text, "email": .text, "phone": .text, "birthday": .day],
                "SELECT customer_id, name, email, phone, birthday_on FROM customer WHERE customer_id = \(customer)"),
            DossierSection(
                "accounts", ["username": .text, "changed_at": .moment],
                "SELECT username, changed_at FROM account WHERE customer_id = \(customer)"),
            DossierSection(
                "sessions", ["opened_at": .moment, "ends_at": .moment],
                "SELECT opened_at, ends_at FROM session WHERE customer_id = \(customer) ORDER BY opened_at"),
            DossierSection(
                "workplaces", ["shop_id": .text, "added_at": .moment],
                "SELECT shop_id, added_at FROM staff WHERE customer_id = \(customer) ORDER BY shop_id"),
        ]
    }

    /// Where the customer is a member, and what was done there by hand.
    static func ofMemberships(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "memberships",
                [
                    "shop_id": .text, "shop_name": .text, "joined_at": .moment, "referral_code": .text, "tier": .text,
                    "points_balance": .number, "points_held": .number, "points_earned": .number,
                    "points_redeemed": .number, "points_expired": .number, "order_count": .number,
                    "last_activity_at": .moment, "granted_tier": .text, "granted_through": .day,
                    "left_at": .moment,
                ],
                """
                SELECT member.shop_id, shop.name, joined_at, referral_code, tier_key, balance_points, held_points,
                    earned_points, redeemed_points, expired_points, order_count, last_activity_at, granted_tier_key,
                    granted_through_on, left_at
                FROM member JOIN shop ON shop.shop_id = member.shop_id
                WHERE customer_id = \(customer) ORDER BY member.shop_id
                """),
            DossierSection(
                "acts_by_shops",
                ["shop_id": .text, "recorded_at": .moment, "action": .text, "before": .text, "after": .text],
                """
                SELECT audit_log.shop_id, recorded_at, action, before_state, after_state
                FROM member JOIN audit_log
                    ON audit_log.shop_id = member.shop_id AND audit_log.subject = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY audit_log.shop_id, audit_id
                """),
        ]
    }

    /// What moved the points, and what is left of them.
    static func ofPoints(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "entries",
                [
                    "shop_id": .text, "sequence": .number, "type": .text, "points_change": .number,
                    "balance_after": .number, "reference": .text, "description": .text, "actor": .text,
                    "occurred_at": .moment, "recorded_at": .moment, "program_version": .number,
                ],
                """
                SELECT entry.shop_id, entry.sequence, kind, points, balance_after, reference, description, actor,
                    occurred_at, recorded_at, program_version
                FROM member JOIN entry ON entry.shop_id = member.shop_id AND entry.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY entry.shop_id, entry.sequence
                """),
            DossierSection(
                "lots",
                [
                    "shop_id": .text, "sequence": .number, "order_id": .text, "earned_at": .moment,
                    "available_at": .moment, "expires_on": .day, "idle_days": .number, "points": .number,
                    "remaining": .number,
                ],
                """
                SELECT lot.shop_id, lot.sequence, order_id, earned_at, available_at, expires_on, idle_days, points,
                    remaining_points
                FROM member JOIN lot ON lot.shop_id = member.shop_id AND lot.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY lot.shop_id, lot.sequence
                """),
        ]
    }

    /// What was said of points that lapse, and how tiers changed.
    static func ofNotices(_ customer: Customer.ID) -> [DossierSection] {
        [
            DossierSection(
                "expiry_warnings",
                ["shop_id": .text, "last_day": .day, "lapses_on": .day, "points": .number, "warned_at": .moment],
                """
                SELECT warning.shop_id, expires_on, lapses_on, points, warned_at
                FROM member JOIN expiry_warning AS warning
                    ON warning.shop_id = member.shop_id AND warning.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY warning.shop_id, warned_at, expires_on
                """),
            DossierSection(
                "tier_changes",
                ["shop_id": .text, "from": .text, "to": .text, "cause": .text, "changed_at": .moment],
                """
                SELECT change.shop_id, from_tier_key, to_tier_key, cause, changed_at
                FROM member JOIN tier_change AS change
                    ON change.shop_id = member.shop_id AND change.customer_id = member.customer_id
                WHERE member.customer_id = \(customer) ORDER BY change.shop_id, number
                """),
        ]
    }
}
