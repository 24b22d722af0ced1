/// Orders of guests: their latest states as the platform sent them, until a customer claims them.
enum GuestOrderTables {
    static func statements(_ dialect: SQLDialect) -> [String] {
        [
            """
            CREATE TABLE guest_order (
                shop_id TEXT NOT NULL,
                order_id TEXT NOT NULL,
                document TEXT NOT NULL,
                received_at BIGINT NOT NULL,
                PRIMARY KEY (shop_id, order_id)
            )
            """
        ]
    }
}
