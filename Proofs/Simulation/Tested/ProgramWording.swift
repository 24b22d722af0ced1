import Loyalty
import Model
import Operations

// The model's words in the words of the product.

extension Customer {
    init(_ id: Customer.ID, _ person: Model.Person) {
        self.init(
            id: id, name: "", email: person.email, phone: person.phone,
            birthday: person.birthday.map { Day(number: Int32($0)) })
    }
}

extension Order {
    init(_ purchase: Purchase, of customer: Customer.ID, in shop: Shop) throws {
        let currency = try purchase.money.map { try Currency($0.currency) } ?? shop.currency
        func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency) }
        func instant(_ milliseconds: Int64?) -> Instant? { milliseconds.map { Instant(milliseconds: $0) } }
        self.init(
            id: Identifier(trusted: purchase.id), customerID: customer,
            status: OrderStatus(rawValue: purchase.status) ?? .pending, revision: purchase.revision,
            total: money(purchase.total), shipping: money(purchase.shipping), tax: money(purchase.tax),
            placedAt: instant(purchase.placedAt), updatedAt: instant(purchase.updatedAt),
            deliveredAt: instant(purchase.deliveredAt),
            lines: purchase.lines.enumerated().map { number, line in
                OrderLine(
                    id: String(number), quantity: line.quantity, amount: money(line.amount),
                    refundedQuantity: line.returned, refundedAmount: money(line.refunded))
            }, refundedAmount: money(purchase.refunded),
            exchangeRate: try purchase.money?.rate.map { rate in
                try ExchangeRate(Decimal(mantissa: Int128(rate), places: 10), field: "exchange_rate")
            })
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
        program.bonuses = BonusTerms(rules.bonuses)
        program.referral = ReferralTerms(
            isActive: rules.invitations.isOn, referrerPoints: Points(rules.invitations.referrer),
            refereePoints: Points(rules.invitations.referee),
            minimumPurchase: Money(minorUnits: rules.invitations.minimum, shop.currency))
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

extension BonusTerms {
    fileprivate init(_ bonuses: Bonuses) {
        func rule(_ gift: Bonuses.Gift) -> BonusRule {
            let period: BonusPeriod =
                switch gift.period {
                case .day: .day
                case .week: .week
                case .month: .month
                case .year: .year
                case .ever: .ever
                }
            return BonusRule(points: Points(gift.points), limit: gift.limit, period: period)
        }
        self.init()
        signup = Points(bonuses.signup)
        birthday = Points(bonuses.birthday)
        review = rule(bonuses.review)
        events = bonuses.events.sorted { $0.key < $1.key }.map { key, gift in
            BonusEvent(key: key, name: key, rule: rule(gift))
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
