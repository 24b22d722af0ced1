/// Columns that the second schema adds to tables of the first.
///
/// Members that were there before are due at once (on the day 0), so that the upkeep finds out what awaits them.
enum AddedColumns {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            "ALTER TABLE member ADD COLUMN due_on BIGINT",
            "UPDATE member SET due_on = 0",
            "ALTER TABLE member ADD COLUMN referral_id TEXT",
            "ALTER TABLE member ADD COLUMN granted_tier_key TEXT",
            "ALTER TABLE member ADD COLUMN granted_on BIGINT",
            "ALTER TABLE member ADD COLUMN granted_through_on BIGINT",
            "CREATE INDEX member_by_grant ON member (shop_id, granted_tier_key) WHERE granted_tier_key IS NOT NULL",
            "CREATE INDEX member_by_due ON member (shop_id, due_on) WHERE due_on IS NOT NULL",
            // A lot lapses after so many days without activity; NULL where it has a last day, or none.
            "ALTER TABLE lot ADD COLUMN idle_days BIGINT",
            // What of the order earned when the entry was posted, in minor units of the shop's currency.
            "ALTER TABLE entry ADD COLUMN basis_amount BIGINT",
            // The tier policies of earlier versions under which members may have reached a tier, with their last days.
            "ALTER TABLE program_version ADD COLUMN earlier_tiers TEXT",
            // The day on which points began to expire, where an earlier version let them last for ever.
            "ALTER TABLE program_version ADD COLUMN expiry_switched_on BIGINT",
            // NULL where the order is in the shop's currency.
            "ALTER TABLE order_state ADD COLUMN currency TEXT",
            "ALTER TABLE order_state ADD COLUMN exchange_rate TEXT",
            // The terms a code was issued under.
            "ALTER TABLE redemption ADD COLUMN on_code_expiry TEXT NOT NULL DEFAULT 'return'",
            "ALTER TABLE redemption ADD COLUMN bonus_points BIGINT NOT NULL DEFAULT 0",
            "UPDATE redemption SET (on_code_expiry, bonus_points) = (SELECT on_code_expiry, "
                + "CASE reward_type WHEN 'bonus_points' THEN benefit_amount ELSE 0 END FROM reward "
                + "WHERE reward.shop_id = redemption.shop_id AND reward.reward_id = redemption.reward_id)",
            "CREATE INDEX redemption_by_expiry ON redemption (shop_id, expires_at) "
                + "WHERE used_at IS NULL AND cancelled_at IS NULL AND expired_at IS NULL",
            "CREATE INDEX customer_by_birthday ON customer (birthday_on) WHERE birthday_on IS NOT NULL",
        ]
    }
}
