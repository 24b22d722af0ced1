public import Loyalty

/// Orders in their latest state, within one transaction.
public struct OrderStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The order as it is held; `nil` where the shop has none of that id.
    public func held(_ id: Order.ID, in shop: Shop) throws -> HeldOrder? {
        try connection.first(heldQuery(id, in: shop.id)) { row in
            let order = try readOrder(id, from: &row, in: shop)
            return HeldOrder(
                order: order, terms: try readTerms(from: &row, in: shop), posted: try row.points(),
                shortfall: try row.points(), spending: try row.integer(), spendingOn: try row.day(),
                isCounted: try row.flag())
        }
    }

    /// Announces that ``held(_:in:)`` will be called.
    public func expectHeld(_ id: Order.ID, in shop: Shop) throws {
        try connection.expect(heldQuery(id, in: shop.id))
    }

    private func heldQuery(_ id: Order.ID, in shop: Shop.ID) -> SQLStatement {
        """
        SELECT customer_id, currency, exchange_rate, status, revision, total_amount, shipping_amount, tax_amount,
            refunded_amount, placed_at, updated_at, delivered_at, lines, terms_version, terms_tier_key,
            terms_multiplier, posted_points, shortfall_points, spending_amount, spending_on, is_counted
        FROM order_state WHERE shop_id = \(shop) AND order_id = \(id)
        """
    }

    /// Writes the order's state, its terms and what has been posted for it.
    public func save(_ held: HeldOrder, in shop: Shop) throws {
        let order = held.order
        try connection.send(
            """
            INSERT INTO order_state (
                shop_id, order_id, customer_id, currency, exchange_rate, status, revision, total_amount,
                shipping_amount, tax_amount, refunded_amount, placed_at, updated_at, delivered_at, lines,
                terms_version, terms_tier_key, terms_multiplier, posted_points, shortfall_points, spending_amount,
                spending_on, is_counted)
            VALUES (
                \(shop.id), \(order.id), \(order.customerID), \(order.foreignCurrencyCode(in: shop)),
                \(order.exchangeRate?.description), \(order.status.rawValue), \(order.revision),
                \(order.total.minorUnits), \(order.shipping.minorUnits), \(order.tax.minorUnits),
                \(order.refundedAmount.minorUnits), \(order.placedAt), \(order.updatedAt), \(order.deliveredAt),
                \(OrderLinesDocument.text(of: order.lines)), \(held.terms?.version.number), \(held.terms?.tierKey),
                \(held.terms?.multiplier), \(held.posted), \(held.shortfall), \(held.spending), \(held.spendingOn),
                \(held.isCounted))
            ON CONFLICT (shop_id, order_id) DO UPDATE SET
                currency = excluded.currency, exchange_rate = excluded.exchange_rate, status = excluded.status,
                revision = excluded.revision, total_amount = excluded.total_amount,
                shipping_amount = excluded.shipping_amount, tax_amount = excluded.tax_amount,
                refunded_amount = excluded.refunded_amount, placed_at = excluded.placed_at,
                updated_at = excluded.updated_at, delivered_at = excluded.delivered_at, lines = excluded.lines,
                terms_version = excluded.terms_version, terms_tier_key = excluded.terms_tier_key,
                terms_multiplier = excluded.terms_multiplier, posted_points = excluded.posted_points,
                shortfall_points = excluded.shortfall_points, spending_amount = excluded.spending_amount,
                spending_on = excluded.spending_on, is_counted = excluded.is_counted
            """)
    }

    private func readOrder(_ id: Order.ID, from row: inout SQLRow, in shop: Shop) throws -> Order {
        let customerID: Customer.ID = try row.id()
        let currency = try row.orderCurrency(in: shop.currency)
        let exchangeRate = try row.optionalExchangeRate()
        func money() throws -> Money { Money(minorUnits: try row.integer(), currency) }
        let status = try row.value(of: OrderStatus.self)
        let revision = row.optionalInteger()
        let (total, shipping, tax, refunded) = (try money(), try money(), try money(), try money())
        return Order(
            id: id, customerID: customerID, status: status, revision: revision, total: total, shipping: shipping,
            tax: tax, placedAt: row.optionalInstant(), updatedAt: row.optionalInstant(),
            deliveredAt: row.optionalInstant(),
            lines: try OrderLinesDocument.lines(from: row.optionalText(), currency), refundedAmount: refunded,
            exchangeRate: exchangeRate)
    }

    private func readTerms(from row: inout SQLRow, in shop: Shop) throws -> OrderTerms? {
        let (number, tierKey, multiplier) = (row.optionalInteger(), row.optionalText(), row.optionalInteger())
        guard let number, let tierKey, let multiplier else { return nil }
        guard let version = try ProgramStore(connection).version(Int(number), in: shop) else {
            throw StorageFailure.corrupt("program version \(number) of \(shop.id) is missing")
        }
        return OrderTerms(version: version, tierKey: tierKey, multiplier: Rate(tenThousandths: multiplier))
    }
}
