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

    /// Claims an order that is a guest's, or is thought to be.
    func claim(_ dice: inout Dice) -> Event {
        let guests = orders.filter(\.customer.isEmpty).suffix(4).map(\.id)
        let order = dice.happens(90) && !guests.isEmpty ? dice.pick(guests) : dice.pick(["A-0", "A-1", "A-2"])
        return .claimOrder(order: order, customer: dice.someone(), isForOneself: dice.happens(50))
    }

    private mutating func begin(at now: Int64, _ dice: inout Dice) -> Purchase {
        let money = dice.happens(15) ? money(&dice) : nil
        let unit = money?.unit ?? scene.unit
        let total = dice.pick(weighed: [
            (70, dice.number(1...90 * unit)), (20, dice.number(1...600 * unit)), (5, 0),
            (5, dice.number(1...9_000 * unit)),
        ])
        var order = Purchase(
            id: "A-\(orders.count + 1)", customer: dice.happens(10) ? "" : dice.someone(),
            status: dice.happens(60) ? "delivered" : dice.pick(["pending", "paid", "shipped"]), total: total)
        order.money = money
        if order.customer.isEmpty {
            order.contact = Scene.person(dice.someone(), &dice)
            order.contact.birthday = nil
            order.contact.email = order.contact.email ?? "guest@example.org"
        } else if dice.happens(10) {
            order.contact = Scene.person(order.customer, &dice)
        }
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
        if order.customer.isEmpty, dice.happens(15) { order = named(order, &dice) }
        if let money = order.money, money.currency != scene.currency, dice.happens(15) {
            order.money?.rate = rate(&dice)
        }
        switch dice.number(0...9) {
        case 0...3: order.status = dice.pick(["paid", "shipped", "delivered", "delivered"])
        case 4: order.status = dice.pick(["cancelled", "returned", "delivered"])
        case 5: order.total += dice.number(0...20 * (order.money?.unit ?? scene.unit))
        case 6...7: refundLine(of: &order, &dice)
        default: refund(&order, &dice)
        }
        order.revision = order.revision.map { $0 + 1 }
        touch(&order, at: now, &dice)
        orders[place] = order
        return order
    }

    private func named(_ order: Purchase, _ dice: inout Dice) -> Purchase {
        var named = order
        (named.customer, named.contact) = (dice.someone(), Person())
        return named
    }

    /// Mostly another currency than the shop's.
    private func money(_ dice: inout Dice) -> Purchase.Money {
        let (currency, unit) = dice.pick(Scene.currencies)
        let par = dice.pick([nil, Purchase.Money.par])
        return Purchase.Money(currency, unit: unit, rate: currency == scene.currency ? par : rate(&dice))
    }

    /// In ten-billionths.
    private func rate(_ dice: inout Dice) -> Int64 {
        dice.pick([1_290_500_000_000, 77_519_380, 11_000_000_000, 3_333_333_333, 25_000_000_000, 10_000_000_000])
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
        switch dice.number(0...8) {
        case 0: order.refunded = order.total + 1
        case 1: order.customer = dice.pick(Scene.people)
        case 2: order.total = -1
        case 3: order.shipping = order.total + 1
        case 4: order.lines = [Purchase.Line(quantity: 0, amount: 1)]
        case 5: order.money = Purchase.Money(scene.currency, unit: scene.unit, rate: 20_000_000_000)
        case 6: order.money = Purchase.Money(scene.currency == "USD" ? "KES" : "USD", unit: 100, rate: nil)
        case 7: order.customer = ""
        default:
            order.lines = [Purchase.Line(quantity: 2, amount: order.total)]
            order.lines[0].returned = 3
        }
        return order
    }
}
