/// Who invited whom: claims, why some wait for the owner, and the payments that followed.
enum ReferralTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE referral (
                shop_id TEXT NOT NULL,
                referral_id TEXT NOT NULL,
                referrer_id TEXT NOT NULL,
                referee_id TEXT NOT NULL,
                claimed_at BIGINT NOT NULL,
                address_hash \(dialect.bytesType),
                terms_version BIGINT NOT NULL,
                state TEXT NOT NULL,
                block_reason TEXT,
                first_order_id TEXT,
                first_order_on BIGINT,
                referrer_posted_points BIGINT NOT NULL,
                referrer_shortfall_points BIGINT NOT NULL,
                referrer_lot_sequence BIGINT,
                referee_posted_points BIGINT NOT NULL,
                referee_shortfall_points BIGINT NOT NULL,
                referee_lot_sequence BIGINT,
                changed_at BIGINT NOT NULL,
                decided_by TEXT,
                decision_note TEXT,
                PRIMARY KEY (shop_id, referral_id)
            )
            """,
            "CREATE UNIQUE INDEX referral_by_pair ON referral (shop_id, referee_id, referrer_id)",
            "CREATE INDEX referral_by_referrer ON referral (shop_id, referrer_id)",
            "CREATE INDEX referral_by_address ON referral (shop_id, address_hash, claimed_at)",
            "CREATE INDEX referral_by_state ON referral (shop_id, state, referral_id)",
        ]
    }
}
