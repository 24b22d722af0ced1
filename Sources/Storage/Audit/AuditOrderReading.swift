import Loyalty

extension AuditPage {
    mutating func readOrders(in shop: Shop, _ connection: any SQLConnection) throws {
        let versions = versions
        try read(
            "order",
            """
            SELECT customer_id, order_id, currency, exchange_rate, status, revision, total_amount, shipping_amount,
                tax_amount, refunded_amount, placed_at, updated_at, delivered_at, lines, terms_version,
                terms_tier_key, terms_multiplier, posted_points, shortfall_points, spending_amount,
                spending_on, is_counted
            FROM order_state
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id
            """, connection
        ) { row, records in
            let order = try readOrder(of: records.customerID, from: &row, shop.currency)
            records.orders.append(
                HeldOrder(
                    order: order, terms: try readTerms(from: &row, versions), posted: try row.points(),
                    shortfall: try row.points(), spending: try row.integer(), spendingOn: try row.auditedDay(),
                    isCounted: try row.flag()))
        }
    }

    mutating func readSpending(_ connection: any SQLConnection) throws {
        try read(
            "spending_day",
            """
            SELECT customer_id, spent_on, amount
            FROM spending_day
            WHERE shop_id = \(keys.shop) AND customer_id > \(keys.after) AND customer_id <= \(keys.through)
            ORDER BY customer_id, spent_on
            """, connection
        ) { row, records in
            records.spending.append((day: try row.auditedDay(), minorUnits: try row.integer()))
        }
    }
}

private func readOrder(of customer: Customer.ID, from row: inout SQLRow, _ shopCurrency: Currency) throws -> Order {
    let id: Order.ID = try row.id()
    let currency = try row.orderCurrency(in: shopCurrency)
    let exchangeRate = try row.optionalExchangeRate()
    func money(_ row: inout SQLRow) throws -> Money { Money(minorUnits: try row.integer(), currency) }
    let status = try row.value(of: OrderStatus.self)
    let revision = row.optionalInteger()
    let (total, shipping, tax, refunded) = (try money(&row), try money(&row), try money(&row), try money(&row))
    return Order(
        id: id, customerID: customer, status: status, revision: revision, total: total, shipping: shipping, tax: tax,
        placedAt: try row.optionalAuditedInstant(), updatedAt: try row.optionalAuditedInstant(),
        deliveredAt: try row.optionalAuditedInstant(),
        lines: try OrderLinesDocument.lines(from: row.optionalText(), currency), refundedAmount: refunded,
        exchangeRate: exchangeRate)
}

private func readTerms(from row: inout SQLRow, _ versions: [ProgramVersion]) throws -> OrderTerms? {
    let (number, tierKey, multiplier) = (row.optionalInteger(), row.optionalText(), row.optionalInteger())
    guard let number else { return nil }
    guard let version = versions.first(where: { $0.number == number }), let tierKey, let multiplier else {
        throw StorageFailure.corrupt("its program version \(number) is missing")
    }
    return OrderTerms(version: version, tierKey: tierKey, multiplier: Rate(tenThousandths: multiplier))
}
