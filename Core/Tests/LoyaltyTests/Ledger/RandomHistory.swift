import Loyalty

/// A history of random steps at the bakery; the same seed always makes the same one.
struct RandomHistory {
    private(set) var books = ShopBooks()
    private(set) var lastStep = ""
    private var dice: Dice

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        for (id, cost, benefit) in [
            ("coffee", 10, .freeProduct("COFFEE")), ("cake", 60, .discountFixed(money("5.00"))),
            ("points", 200, .bonusPoints(Points(250))),
        ] as [(String, Int64, RewardBenefit)] {
            books.offer(
                coffee { reward in
                    reward = Reward(
                        id: Identifier(trusted: id), name: id, description: "", benefit: benefit, cost: Points(cost),
                        minimumTierKey: "", totalAvailable: 40, limitPerCustomer: nil)
                })
        }
    }

    /// Takes one step; one that the rules reject is a step too.
    mutating func step() {
        let customer = dice.pick([mia, juma])
        do {
            switch dice.roll(0...19) {
            case 0...9: try note("order") { try $0.books.record($0.randomState(by: customer)) }
            case 10, 11: try note("redeem") { try $0.books.redeem($0.dice.pick(Array($0.offers)), by: customer) }
            case 12:
                try note("cancel") { history in
                    try history.redemption(of: customer).map { try history.books.cancel($0) }
                }
            case 13:
                try note("use") { history in try history.redemption(of: customer).map { try history.books.use($0) } }
            case 14: try note("adjust") { try $0.books.adjust(customer, by: Points($0.dice.roll(-80...80))) }
            case 15: note("program") { $0.editProgram() }
            case 16 where dice.roll(0...2) == 0: try note("leave") { try $0.books.leave(customer) }
            default: note("today") { $0.books.today = $0.books.today + Int($0.dice.roll(0...20)) }
            }
        } catch {
            lastStep += ": \(error)"
        }
    }

    /// Cancels every order there is.
    mutating func undoAll() throws {
        for held in books.members.values.flatMap(\.orders.values).sorted(by: { $0.order.id < $1.order.id }) {
            try books.record(state(held.order.id.text, by: held.order.customerID, .cancelled, after: held.order))
        }
    }

    private var offers: [Reward] { books.rewards.values.sorted { $0.id < $1.id } }

    private mutating func note<Outcome>(
        _ step: String, _ take: (inout RandomHistory) throws -> Outcome
    ) rethrows {
        lastStep = step
        _ = try take(&self)
    }

    private mutating func redemption(of customer: Customer.ID) -> Redemption? {
        let redemptions = books[customer].redemptions
        return redemptions.isEmpty ? nil : dice.pick(redemptions)
    }

    private mutating func randomState(by customer: Customer.ID) -> Order {
        let id = "\(customer)-\(dice.roll(1...8))"
        let held = books[customer].orders[Identifier(trusted: id)]?.order
        if let held, dice.roll(0...4) == 0 { return held }
        let status = dice.pick(OrderStatus.allCases + [.delivered, .delivered, .delivered, .delivered, .delivered])
        return state(id, by: customer, status, after: held)
    }

    private mutating func state(
        _ id: String, by customer: Customer.ID, _ status: OrderStatus, after held: Order?
    ) -> Order {
        let total = held?.total.minorUnits ?? dice.roll(0...(dice.roll(0...5) == 0 ? 200_000 : 12_000))
        let quantity = dice.roll(1...4)
        let line = OrderLine(
            id: "1", quantity: quantity, amount: Money(minorUnits: total / 2, kes),
            refundedQuantity: dice.roll(0...quantity), refundedAmount: money("0"))
        let refunded = dice.pick([0, 0, 0, total / 2, dice.roll(0...total / 2)])
        let placed = held?.placedAt ?? books.now.adding(days: -Int(dice.roll(0...500)))
        let jump = status == .cancelled ? 1 : dice.roll(-1...3)
        return Order(
            id: Identifier(trusted: id), customerID: customer, status: status,
            revision: (held?.revision ?? 10) + jump, total: Money(minorUnits: total, kes),
            shipping: Money(minorUnits: total / 10, kes), tax: money("0"),
            placedAt: dice.roll(0...9) == 0 ? placed.adding(days: -30) : placed, updatedAt: books.now,
            lines: dice.roll(0...1) == 0 ? [line] : [], refundedAmount: Money(minorUnits: refunded, kes))
    }

    private mutating func editProgram() {
        var dice = dice
        books.save { program in
            program.pointsPerUnit = rate(dice.pick(["0", "0.5", "1", "1.1", "3"]))
            program.minimumSpend = money(dice.pick(["0", "0", "20.00"]))
            program.isActive = dice.roll(0...5) > 0
            program.earningBasis = dice.pick(EarningBasis.allCases)
            program.earnsOn = dice.pick(EarningMoment.allCases)
            program.rounding = dice.pick(Rounding.allCases)
            program.pendingDays = dice.pick([0, 0, 7])
            program.expiry = dice.pick([.never, .daysAfterEarning(30), .daysAfterEarning(365), .endOfCalendarYear])
            program.debtPolicy = dice.pick(DebtPolicy.allCases)
            program.tiers.period = dice.pick(TierPeriod.allCases)
            program.tiers.fall = dice.pick(FallPolicy.allCases)
            program.tiers.graceDays = dice.pick([0, 14])
        }
        self.dice = dice
    }
}
