/// Daily seals: a hash over the latest hashes of all members of a shop, chained to the seal before.
enum SealTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE seal (
                shop_id TEXT NOT NULL,
                number BIGINT NOT NULL,
                sealed_on BIGINT NOT NULL,
                covers_before_at BIGINT NOT NULL,
                sealed_at BIGINT NOT NULL,
                member_count BIGINT NOT NULL,
                entry_count BIGINT NOT NULL,
                balance_points BIGINT NOT NULL,
                members_hash \(dialect.bytesType) NOT NULL,
                hash \(dialect.bytesType) NOT NULL,
                PRIMARY KEY (shop_id, number)
            )
            """
        ] + dialect.refusingChanges("seal")
    }
}
