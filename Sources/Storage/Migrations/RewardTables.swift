/// Rewards and the redemptions of them. Of a code only a keyed hash is kept, and an encrypted copy for its owner; of
/// the installation's key, by which both are made, a fingerprint.
enum RewardTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE reward (
                shop_id TEXT NOT NULL,
                reward_id TEXT NOT NULL,
                name TEXT NOT NULL,
                description TEXT NOT NULL,
                reward_type TEXT NOT NULL,
                benefit_amount BIGINT NOT NULL,
                benefit_name TEXT NOT NULL,
                cost_points BIGINT NOT NULL,
                minimum_tier_key TEXT NOT NULL,
                is_active BIGINT NOT NULL,
                available_count BIGINT,
                customer_limit_count BIGINT,
                valid_from_at BIGINT,
                valid_until_at BIGINT,
                code_valid_days BIGINT NOT NULL,
                on_code_expiry TEXT NOT NULL,
                redeemed_count BIGINT NOT NULL,
                deleted_at BIGINT,
                PRIMARY KEY (shop_id, reward_id)
            )
            """,
            """
            CREATE TABLE redemption (
                shop_id TEXT NOT NULL,
                redemption_id TEXT NOT NULL,
                reward_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                cost_points BIGINT NOT NULL,
                entry_sequence BIGINT NOT NULL,
                code_hash \(dialect.bytesType) NOT NULL,
                code_sealed \(dialect.bytesType) NOT NULL,
                issued_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                used_at BIGINT,
                used_order_id TEXT,
                cancelled_at BIGINT,
                expired_at BIGINT,
                ended_by TEXT,
                PRIMARY KEY (shop_id, redemption_id)
            )
            """,
            """
            CREATE TABLE code_key (
                fingerprint \(dialect.bytesType) PRIMARY KEY NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX redemption_by_code ON redemption (code_hash)",
            "CREATE INDEX redemption_by_customer ON redemption (shop_id, customer_id, reward_id)",
        ]
    }
}
