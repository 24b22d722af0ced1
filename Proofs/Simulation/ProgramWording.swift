import Loyalty
import Model
import Operations

// The model's words in the words of the product.

extension Order {
    init(_ purchase: Purchase, in currency: Currency) {
        func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency) }
        func instant(_ milliseconds: Int64?) -> Instant? { milliseconds.map { Instant(milliseconds: $0) } }
        self.init(
            id: Identifier(trusted: purchase.id), customerID: Identifier(trusted: purchase.customer),
            status: OrderStatus(rawValue: purchase.status) ?? .pending, revision: purchase.revision,
            total: money(purchase.total), shipping: money(purchase.shipping), tax: money(purchase.tax),
            placedAt: instant(purchase.placedAt), updatedAt: instant(purchase.updatedAt),
            deliveredAt: instant(purchase.deliveredAt),
            lines: purchase.lines.enumerated().map { number, line in
                OrderLine(
                    id: String(number), quantity: line.quantity, amount: money(line.amount),
                    refundedQuantity: line.returned, refundedAmount: money(line.refunded))
            }, refundedAmount: money(purchase.refunded))
    }
}

extension Program {
    func following(_ rules: Rules, in shop: Shop) -> Program {
        var program = self
        program.isActive = rules.isActive
        program.pointsPerUnit = Rate(tenThousandths: rules.pointsPerUnit)
        program.minimumSpend = Money(minorUnits: rules.minimumSpend, shop.currency)
        program.earningBasis = rules.countsGoodsOnly ? .goodsOnly : .orderTotal
        program.earnsOn = rules.earnsOnPayment ? .payment : .delivery
        program.rounding = rules.rounding == .down ? .down : rules.rounding == .half ? .halfUp : .up
        program.pendingDays = rules.pendingDays
        program.expiry = PointsExpiry(rules.expiry)
        program.debtPolicy = rules.isWithinBalance ? .withinBalance : .debt
        program.tiers = TierPolicy(rules, in: shop.currency)
        return program
    }
}

extension PointsExpiry {
    fileprivate init(_ expiry: Rules.Expiry) {
        switch expiry {
        case .never: self = .never
        case .days(let days): self = .daysAfterEarning(days)
        case .idleDays(let days): self = .daysWithoutActivity(days)
        case .yearEnd: self = .endOfCalendarYear
        }
    }
}

extension TierPolicy {
    fileprivate init(_ rules: Rules, in currency: Currency) {
        let tiers = rules.ladder.map { rung in
            Tier(
                name: rung.name, threshold: Money(minorUnits: rung.threshold, currency),
                multiplier: Rate(tenThousandths: rung.multiplier))
        }
        let period: TierPeriod =
            switch rules.period {
            case .calendarYear: .calendarYear
            case .membershipYear: .membershipYear
            case .rolling: .rolling12Months
            case .lifetime: .lifetime
            }
        let fall: FallPolicy =
            switch rules.fall {
            case .recompute: .recompute
            case .oneStep: .oneStep
            case .never: .never
            }
        self.init(ladder: TierLadder(tiers), period: period, fall: fall, graceDays: rules.graceDays)
    }
}

extension Reward {
    init(of offer: Offer, id: Reward.ID, name: String) {
        let base = Reward(
            id: id, name: name, description: "", benefit: .freeProduct(name), cost: Points(offer.cost),
            minimumTierKey: "")
        self = base.following(offer)
    }

    func following(_ offer: Offer) -> Reward {
        var reward = self
        if let bonus = offer.bonus { reward.benefit = .bonusPoints(Points(bonus)) }
        reward.cost = Points(offer.cost)
        reward.minimumTierKey = offer.tier
        reward.isActive = offer.isActive
        reward.totalAvailable = offer.stock
        reward.limitPerCustomer = offer.limit
        reward.codeValidDays = offer.codeDays
        reward.onCodeExpiry = offer.isForfeited ? .forfeit : .giveBack
        return reward
    }
}

extension Figures {
    init(_ view: MemberView, _ lots: [Loyalty.Lot]) {
        self.init()
        balance = view.member.balance.count
        available = view.available.count
        pending = view.pending.count
        held = view.member.held.count
        earned = view.member.earned.count
        redeemed = view.member.redeemed.count
        expired = view.member.expired.count
        tier = view.tierKey
        spending = view.spending.minorUnits
        orders = view.member.orderCount
        self.lots = lots.sorted { $0.sequence < $1.sequence }.map { lot in
            Figures.Lot(
                order: lot.orderID?.text, availableAt: lot.availableAt.milliseconds,
                life: lot.life, left: lot.remaining.count)
        }
    }
}

extension Loyalty.Lot {
    fileprivate var life: String {
        if let expiresOn { return "to(\(expiresOn.number))" }
        return idleDays.map { "idle(\($0))" } ?? "ever"
    }
}
