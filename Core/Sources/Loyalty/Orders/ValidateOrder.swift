let lineCountMax = 1_000
private let earliest = Instant(milliseconds: 0)
private let latest = Instant(milliseconds: 7_258_118_400_000)

/// Checks that an order's state is possible, whatever is held of it so far.
/// - Throws: ``OrderRejection`` for the first rule that is broken, in the order of the lines below.
func validateOrder(_ order: Order, in shop: Shop) throws(OrderRejection) {
    guard order.total.minorUnits >= 0 else { throw OrderRejection(.amountMustNotBeNegative, field: "total") }
    guard order.shipping.minorUnits >= 0 else { throw OrderRejection(.amountMustNotBeNegative, field: "shipping") }
    guard order.tax.minorUnits >= 0 else { throw OrderRejection(.amountMustNotBeNegative, field: "tax") }
    guard order.refundedAmount.minorUnits >= 0 else {
        throw OrderRejection(.amountMustNotBeNegative, field: "refunded_amount")
    }
    guard order.shipping.minorUnits + order.tax.minorUnits <= order.total.minorUnits else {
        throw OrderRejection(.shippingAndTaxMustNotExceedTheTotal, field: "shipping")
    }
    guard order.lines.count <= lineCountMax else { throw OrderRejection(.linesMustBeAtMostOneThousand, field: "lines") }
    for (index, line) in order.lines.enumerated() { try validateLine(line, path: "lines[\(index)]") }
    if order.lines.count > 1 { try validateIDs(of: order.lines) }
    guard order.refunded <= order.total.minorUnits else {
        throw OrderRejection(.refundMustNotExceedTheTotal, field: "refunded_amount")
    }
    try validateCurrency(of: order, in: shop)
    try validateTime(order.placedAt, field: "placed_at")
    try validateTime(order.updatedAt, field: "updated_at")
    try validateTime(order.deliveredAt, field: "delivered_at")
}

private func validateCurrency(of order: Order, in shop: Shop) throws(OrderRejection) {
    guard order.total.currency != shop.currency || order.exchangeRate?.isOne ?? true else {
        throw OrderRejection(.exchangeRateMustBeOne, field: "exchange_rate")
    }
    _ = try order.convertedTotal(in: shop.currency)
}

/// A refund names its line by the line's id, so that no two lines may have the same one.
private func validateIDs(of lines: [OrderLine]) throws(OrderRejection) {
    var seen: Set<Identifier<OrderLine>> = []
    for (index, line) in lines.enumerated() {
        guard seen.insert(Identifier(trusted: line.id)).inserted else {
            throw OrderRejection(.lineIdsMustDiffer, field: "lines[\(index)].id")
        }
    }
}

private func validateLine(_ line: OrderLine, path: String) throws(OrderRejection) {
    guard line.quantity >= 1 else { throw OrderRejection(.lineMustHaveAQuantity, field: "\(path).quantity") }
    guard line.amount.minorUnits >= 0 else { throw OrderRejection(.amountMustNotBeNegative, field: "\(path).amount") }
    guard line.refundedAmount.minorUnits >= 0 else {
        throw OrderRejection(.amountMustNotBeNegative, field: "\(path).refunded_amount")
    }
    guard (0...line.quantity).contains(line.refundedQuantity) else {
        throw OrderRejection(.refundedQuantityMustBeInRange, field: "\(path).refunded_quantity")
    }
}

private func validateTime(_ time: Instant?, field: String) throws(OrderRejection) {
    guard let time else { return }
    guard (earliest..<latest).contains(time) else { throw OrderRejection(.timeMustBeBetween1970And2200, field: field) }
}
