/// Shops, who the people in them are, their programs, and who changed what. A customer is the same person in every
/// shop, so that one table is keyed by the customer alone.
enum ShopTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE shop (
                shop_id TEXT PRIMARY KEY NOT NULL,
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
                customer_id TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                folded_name TEXT NOT NULL,
                email TEXT,
                phone TEXT,
                birthday_on BIGINT
            ) \(dialect.keyedTable)
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
}
