/// Who may do what: API keys, staff, accounts for signing in without a platform, and answers kept for retries.
///
/// Of keys and passwords only hashes are kept. An account is a person's, in every shop, so that it is keyed by the
/// customer alone.
enum AccessTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE api_key (
                shop_id TEXT NOT NULL,
                key_id TEXT NOT NULL,
                name TEXT NOT NULL,
                scopes TEXT NOT NULL,
                secret_hash \(dialect.bytesType) NOT NULL,
                last_four TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                created_by TEXT NOT NULL,
                revoked_at BIGINT,
                PRIMARY KEY (shop_id, key_id)
            )
            """,
            "CREATE UNIQUE INDEX api_key_by_secret ON api_key (secret_hash)",
            """
            CREATE TABLE staff (
                shop_id TEXT NOT NULL,
                customer_id TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                added_by TEXT NOT NULL,
                PRIMARY KEY (shop_id, customer_id)
            )
            """,
            """
            CREATE TABLE account (
                customer_id TEXT PRIMARY KEY,
                username TEXT NOT NULL UNIQUE,
                password_salt \(dialect.bytesType) NOT NULL,
                password_hash \(dialect.bytesType) NOT NULL,
                password_rounds BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE kept_answer (
                shop_id TEXT NOT NULL,
                principal TEXT NOT NULL,
                route TEXT NOT NULL,
                key_hash \(dialect.bytesType) NOT NULL,
                request_hash \(dialect.bytesType) NOT NULL,
                claim \(dialect.bytesType) NOT NULL,
                claimed_at BIGINT NOT NULL,
                effect_at BIGINT,
                answer \(dialect.bytesType),
                PRIMARY KEY (shop_id, principal, route, key_hash)
            )
            """,
            "CREATE INDEX kept_answer_by_age ON kept_answer (claimed_at)",
        ]
    }
}
