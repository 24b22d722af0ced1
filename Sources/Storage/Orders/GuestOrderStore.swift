import ExactJSON
public import Loyalty

/// Orders that no customer is known of, within one transaction.
public struct GuestOrderStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The order as it is kept; `nil` where the shop keeps none of that id for a guest.
    public func order(_ id: Order.ID, in shop: Shop) throws -> GuestOrder? {
        try connection.first(query(id, in: shop.id)) { row in
            try GuestOrder(document: try row.text(), id: id, in: shop)
        }
    }

    /// Announces that ``order(_:in:)`` will be called.
    public func expectOrder(_ id: Order.ID, in shop: Shop) throws { try connection.expect(query(id, in: shop.id)) }

    private func query(_ id: Order.ID, in shop: Shop.ID) -> SQLStatement {
        "SELECT document FROM guest_order WHERE shop_id = \(shop) AND order_id = \(id)"
    }

    /// Keeps the order's state.
    public func save(_ kept: GuestOrder, in shop: Shop.ID, at now: Instant) throws {
        try connection.send(
            """
            INSERT INTO guest_order (shop_id, order_id, document, received_at)
            VALUES (\(shop), \(kept.order.id), \(kept.document), \(now))
            ON CONFLICT (shop_id, order_id) DO UPDATE SET
                document = excluded.document, received_at = excluded.received_at
            """)
    }

    /// Forgets the order here, because it has become a customer's.
    public func delete(_ id: Order.ID, in shop: Shop.ID) throws {
        try connection.send("DELETE FROM guest_order WHERE shop_id = \(shop) AND order_id = \(id)")
    }
}

extension GuestOrder {
    init(document: String, id: Order.ID, in shop: Shop) throws {
        let fields = try JSONFields(parsing: Array(document.utf8))
        let customer = try fields.object("customer")
        self.init(
            order: try Order(fields, id: id, of: .guest, in: shop),
            guest: Customer(
                id: .guest, name: try customer.text("name", max: storedTextMax),
                email: try customer.optionalText("email", max: storedTextMax),
                phone: try customer.optionalText("phone", max: storedTextMax)))
    }

    /// The state as the API takes it.
    fileprivate var document: String {
        var json = JSONWriter()
        json.object { json in
            json.field("customer") { json in
                json.field("name", guest.name)
                json.field("email", guest.email)
                json.field("phone", guest.phone)
            }
            order.writeState(to: &json)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

/// More than requests may say, so that what was taken can be read.
private let storedTextMax = 1_000
