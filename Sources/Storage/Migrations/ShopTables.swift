/// Shops, the people in them, and their programs. A customer is the same person in every shop, so that one table is
/// keyed by the customer alone.
enum ShopTables {
    static let statements = [
        """
        CREATE TABLE shop (
            shop_id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            owner_id TEXT NOT NULL,
            currency TEXT NOT NULL,
            time_zone TEXT NOT NULL,
            logo_url TEXT,
            created_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX shop_by_owner ON shop (owner_id, shop_id)",
        """
        CREATE TABLE customer (
            customer_id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            folded_name TEXT NOT NULL,
            email TEXT,
            phone TEXT,
            birthday_on BIGINT
        )
        """,
        """
        CREATE TABLE program_version (
            shop_id TEXT NOT NULL,
            number BIGINT NOT NULL,
            saved_at BIGINT NOT NULL,
            author TEXT NOT NULL,
            settings TEXT NOT NULL,
            PRIMARY KEY (shop_id, number)
        )
        """,
        """
        CREATE TABLE member (
            shop_id TEXT NOT NULL,
            customer_id TEXT NOT NULL,
            joined_at BIGINT NOT NULL,
            joined_on BIGINT NOT NULL,
            referral_code TEXT NOT NULL,
            tier_key TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            balance_points BIGINT NOT NULL,
            held_points BIGINT NOT NULL,
            earned_points BIGINT NOT NULL,
            redeemed_points BIGINT NOT NULL,
            expired_points BIGINT NOT NULL,
            order_count BIGINT NOT NULL,
            tier_change_count BIGINT NOT NULL,
            last_activity_at BIGINT NOT NULL,
            PRIMARY KEY (shop_id, customer_id)
        )
        """,
        "CREATE INDEX member_by_customer ON member (customer_id, shop_id)",
        "CREATE UNIQUE INDEX member_by_referral_code ON member (shop_id, referral_code)",
        "CREATE INDEX member_by_earned ON member (shop_id, earned_points)",
        "CREATE INDEX member_by_activity ON member (shop_id, last_activity_at)",
        """
        CREATE TABLE tier_change (
            shop_id TEXT NOT NULL,
            customer_id TEXT NOT NULL,
            number BIGINT NOT NULL,
            from_tier_key TEXT NOT NULL,
            to_tier_key TEXT NOT NULL,
            cause TEXT NOT NULL,
            reference TEXT NOT NULL,
            changed_at BIGINT NOT NULL,
            PRIMARY KEY (shop_id, customer_id, number)
        )
        """,
        """
        CREATE TABLE audit_log (
            shop_id TEXT NOT NULL,
            audit_id TEXT NOT NULL,
            recorded_at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            before_state TEXT NOT NULL,
            after_state TEXT NOT NULL,
            PRIMARY KEY (shop_id, audit_id)
        )
        """,
    ]
}
