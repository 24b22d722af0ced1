import Model

/// Makes up orders, and what a platform tells of them: in order, late, twice, and at times wrong.
struct OrderWriter {
    private let scene: Scene
    /// The truth about each order.
    private var orders: [Purchase] = []
    private var told: [Purchase] = []
    /// States that will arrive after newer ones.
    private var late: [Purchase] = []

    init(_ scene: Scene) { self.scene = scene }

    mutating func next(at now: Int64, _ dice: inout Dice) -> Purchase {
        if !told.isEmpty, dice.happens(12) { return dice.pick(Array(told.suffix(12))) }
        if !late.isEmpty, dice.happens(25) { return late.remove(at: Int(dice.number(0...Int64(late.count - 1)))) }
        var state = dice.happens(45) || orders.isEmpty ? begin(at: now, &dice) : goOn(at: now, &dice)
        if dice.happens(8) {
            late.append(state)
            state = goOn(at: now, &dice)
        }
        if dice.happens(3) { return spoiled(state, &dice) }
        told.append(state)
        return state
    }

    private mutating func begin(at now: Int64, _ dice: inout Dice) -> Purchase {
        let total = dice.pick(weighed: [
            (70, dice.number(1...90 * scene.unit)), (20, dice.number(1...600 * scene.unit)), (5, 0),
            (5, dice.number(1...9_000 * scene.unit)),
        ])
        var order = Purchase(
            id: "A-\(orders.count + 1)", customer: dice.pick(Scene.people),
            status: dice.happens(60) ? "delivered" : dice.pick(["pending", "paid", "shipped"]), total: total)
        if dice.happens(30), total > 10 {
            order.shipping = total / 10
            order.tax = total / 16
        }
        if dice.happens(90) { order.placedAt = now - dice.number(0...30) * Calendar.day / 6 }
        if dice.happens(80) { order.revision = 1 }
        if dice.happens(60) { order.lines = lines(of: total - order.shipping - order.tax, &dice) }
        touch(&order, at: now, &dice)
        orders.append(order)
        return order
    }

    private mutating func goOn(at now: Int64, _ dice: inout Dice) -> Purchase {
        let latest = max(0, orders.count - 12)
        let place = Int(dice.number(Int64(dice.happens(85) ? latest : 0)...Int64(orders.count - 1)))
        var order = orders[place]
        switch dice.number(0...9) {
        case 0...3: order.status = dice.pick(["paid", "shipped", "delivered", "delivered"])
        case 4: order.status = dice.pick(["cancelled", "returned", "delivered"])
        case 5: order.total += dice.number(0...20 * scene.unit)
        case 6...7: refundLine(of: &order, &dice)
        default: refund(&order, &dice)
        }
        order.revision = order.revision.map { $0 + 1 }
        touch(&order, at: now, &dice)
        orders[place] = order
        return order
    }

    private func touch(_ order: inout Purchase, at now: Int64, _ dice: inout Dice) {
        if order.revision == nil || dice.happens(50) { order.updatedAt = now }
        if order.status == "delivered", order.deliveredAt == nil, dice.happens(80) { order.deliveredAt = now }
    }

    private func lines(of goods: Int64, _ dice: inout Dice) -> [Purchase.Line] {
        guard goods > 3 else { return [] }
        let first = dice.number(1...goods - 1)
        return [
            Purchase.Line(quantity: dice.number(1...5), amount: first),
            Purchase.Line(quantity: dice.number(1...3), amount: goods - first),
        ]
    }

    /// Refunds money of the whole: some of it, or at times all that is left.
    private func refund(_ order: inout Purchase, _ dice: inout Dice) {
        let left = order.total - order.givenBack
        guard left > 0 else { return }
        order.refunded += dice.happens(30) ? left : dice.number(1...left)
    }

    private func refundLine(of order: inout Purchase, _ dice: inout Dice) {
        guard !order.lines.isEmpty else { return refund(&order, &dice) }
        var changed = order
        let place = Int(dice.number(0...Int64(order.lines.count - 1)))
        if order.lines[place].returned < order.lines[place].quantity {
            changed.lines[place].returned += 1
        } else {
            changed.lines[place].refunded += 1
        }
        if changed.givenBack <= changed.total { order = changed }
    }

    /// A state as no platform should send it.
    private func spoiled(_ state: Purchase, _ dice: inout Dice) -> Purchase {
        var order = state
        switch dice.number(0...5) {
        case 0: order.refunded = order.total + 1
        case 1: order.customer = dice.pick(Scene.people)
        case 2: order.total = -1
        case 3: order.shipping = order.total + 1
        case 4: order.lines = [Purchase.Line(quantity: 0, amount: 1)]
        default:
            order.lines = [Purchase.Line(quantity: 2, amount: order.total)]
            order.lines[0].returned = 3
        }
        return order
    }
}
