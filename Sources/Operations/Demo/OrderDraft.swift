import Loyalty

/// An order of the demo town before it is told state by state.
struct OrderDraft {
    let id: String
    let customer: Customer
    let placed: Instant
    /// What the customer's orders usually come to, in minor units.
    let basket: Int64

    /// The states that the shop hears of, each at its time; the last may be a refund, a return or a cancellation.
    func states(in town: TownShop, until now: Instant, _ dice: inout Dice) -> [(at: Instant, order: Order)] {
        let trade = town.trade
        let isLarge = trade.ships && dice.comesUp(inMillion: 15_000)
        let goods = max(1, basket * (isLarge ? 8 : 1) * dice.roll(50...150) / 100 / trade.step) * trade.step
        let lines = trade.ships ? lines(of: goods, trade, town.shop.currency, &dice) : []
        let shipping: Int64 = trade.ships && goods < freeShippingFrom ? shippingFee : 0
        let delivered = trade.ships ? placed.adding(seconds: dice.roll(1 * 86_400...5 * 86_400)) : placed
        let version = OrderVersion(
            draft: self, currency: town.shop.currency, total: goods + shipping, shipping: shipping)
        guard delivered < now else {
            return [(placed, version.order(.open(since: placed, now), lines, updated: placed))]
        }
        if trade.ships, dice.comesUp(inMillion: 25_000) {
            let cancelled = placed.adding(seconds: dice.roll(600...43_200))
            return [
                (placed, version.order(.paid, lines, updated: placed)),
                (cancelled, version.order(.cancelled, lines, revision: 2, updated: cancelled)),
            ]
        }
        let order = version.order(.delivered, lines, updated: delivered, delivered: delivered)
        guard dice.comesUp(inMillion: 35_000) else { return [(delivered, order)] }
        let regretted = delivered.adding(seconds: dice.roll(86_400...12 * 86_400))
        return [(delivered, order), (regretted, version.regretted(order, at: regretted, &dice))]
    }

    private func lines(
        of goods: Int64, _ trade: Trade, _ currency: Currency, _ dice: inout Dice
    ) -> [OrderLine] {
        let first = dice.roll(1...3)
        let rest = goods - goods * 2 / 3
        let amounts = dice.comesUp(inMillion: 400_000) ? [goods - rest, rest] : [goods]
        return amounts.enumerated().map { place, amount in
            let item = dice.pick(trade.goods)
            return OrderLine(
                id: String(place + 1), sku: item.sku, category: item.category, quantity: Int64(place == 0 ? first : 1),
                amount: Money(minorUnits: amount, currency), refundedAmount: Money(minorUnits: 0, currency))
        }
    }
}

private let freeShippingFrom: Int64 = 50_00
private let shippingFee: Int64 = 4_90

extension OrderStatus {
    /// How far an order has come that is not delivered yet.
    fileprivate static func open(since placed: Instant, _ now: Instant) -> OrderStatus {
        let hours = (now.milliseconds - placed.milliseconds) / 3_600_000
        let way: [OrderStatus] = [.pending, .paid, .processing, .shipped, .outForDelivery]
        return way[min(Int(hours / 12), way.count - 1)]
    }
}
