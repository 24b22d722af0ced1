import Loyalty

/// What stays the same in all states of an order.
struct OrderVersion {
    let draft: OrderDraft
    let currency: Currency
    let total: Int64
    let shipping: Int64

    func order(
        _ status: OrderStatus, _ lines: [OrderLine], revision: Int64 = 1, updated: Instant, delivered: Instant? = nil,
        refunded: Int64 = 0
    ) -> Order {
        Order(
            id: Identifier(trusted: draft.id), customerID: draft.customer.id, status: status, revision: revision,
            total: money(total), shipping: money(shipping), tax: money(0), placedAt: draft.placed, updatedAt: updated,
            deliveredAt: delivered, lines: lines, refundedAmount: money(refunded))
    }

    /// The order after its customer thought better of it: sent back, or refunded in whole, in part, or by the line.
    func regretted(_ order: Order, at moment: Instant, _ dice: inout Dice) -> Order {
        let delivered = order.deliveredAt
        switch dice.roll(1...4) {
        case 1: return self.order(.returned, order.lines, revision: 2, updated: moment, delivered: delivered)
        case 2:
            return self.order(
                .delivered, order.lines, revision: 2, updated: moment, delivered: delivered, refunded: total)
        case 3 where !order.lines.isEmpty:
            let lines = [order.lines[0].sentBack(1)] + order.lines.dropFirst()
            return self.order(.delivered, lines, revision: 2, updated: moment, delivered: delivered)
        default:
            let part = total * dice.roll(10...60) / 100
            return self.order(
                .delivered, order.lines, revision: 2, updated: moment, delivered: delivered, refunded: part)
        }
    }

    private func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency) }
}

extension OrderLine {
    fileprivate func sentBack(_ quantity: Int64) -> OrderLine {
        OrderLine(
            id: id, sku: sku, category: category, quantity: self.quantity, amount: amount, refundedQuantity: quantity,
            refundedAmount: refundedAmount)
    }
}
