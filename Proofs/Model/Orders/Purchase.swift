/// An order's whole state, as a platform tells it. Amounts are minor units, times milliseconds.
public struct Purchase: Equatable, Sendable {
    public var id: String
    /// Empty for a guest.
    public var customer: String
    /// What is said of whoever ordered.
    public var contact = Person()
    public var status: String
    public var revision: Int64?
    public var total: Int64
    public var shipping: Int64 = 0
    public var tax: Int64 = 0
    public var placedAt: Int64?
    public var updatedAt: Int64?
    public var deliveredAt: Int64?
    public var lines: [Line] = []
    public var refunded: Int64 = 0
    /// What its amounts are in, where it says so.
    public var money: Money?

    /// A currency that is not the shop's, or is named all the same.
    public struct Money: Equatable, Sendable {
        public let currency: String
        /// Minor units of one unit.
        public let unit: Int64
        /// Units of the shop's currency for one of this, in ten-billionths.
        public var rate: Int64?

        public init(_ currency: String, unit: Int64, rate: Int64?) {
            self.currency = currency
            self.unit = unit
            self.rate = rate
        }

        /// One of the shop's currency for one of this.
        public static let par: Int64 = 10_000_000_000
    }

    /// One line: pieces of one thing, some of them sent back, and money given back besides.
    public struct Line: Equatable, Sendable {
        public var quantity: Int64
        public var amount: Int64
        public var returned: Int64 = 0
        public var refunded: Int64 = 0

        public init(quantity: Int64, amount: Int64) {
            self.quantity = quantity
            self.amount = amount
        }

        /// What went back of it: the share of the pieces, half a minor unit up, and the money.
        var givenBack: Int64 {
            guard quantity > 0 else { return refunded }
            var share = amount * returned / quantity
            if (amount * returned % quantity) * 2 >= quantity { share += 1 }
            return share + refunded
        }
    }

    public init(id: String, customer: String, status: String, total: Int64) {
        self.id = id
        self.customer = customer
        self.status = status
        self.total = total
    }

    /// When it happened: delivered, else updated, else placed.
    var occurredAt: Int64? { deliveredAt ?? updatedAt ?? placedAt }

    /// Everything refunded.
    public var givenBack: Int64 { lines.reduce(refunded) { sum, line in sum + line.givenBack } }

    /// Whether the other state is the newer one.
    func isStale(after held: Purchase) -> Bool {
        if let mine = revision, let theirs = held.revision { return mine < theirs }
        if let mine = updatedAt, let theirs = held.updatedAt { return mine < theirs }
        return false
    }

    /// The same state of somebody else.
    func belonging(to other: String) -> Purchase {
        var copy = self
        (copy.customer, copy.contact) = (other, Person())
        return copy
    }

    /// An amount of its currency in the shop's: converted once, half a minor unit up.
    func converted(_ amount: Int64, unit: Int64) -> Int64 {
        guard let money, let rate = money.rate else { return amount }
        let exact = Int128(amount) * Int128(rate) * Int128(unit)
        let whole = Int128(money.unit) * Int128(Money.par)
        return Int64(exact / whole) + (exact % whole * 2 >= whole ? 1 : 0)
    }

    /// The first rule that the state breaks by itself.
    func check(in currency: String, on today: Int) throws(Refusal) {
        try contact.check(on: today)
        if let money, money.currency != currency, money.rate == nil { throw Refusal("exchange_rate_must_be_given") }
        if let money, money.currency == currency, (money.rate ?? Money.par) != Money.par {
            throw Refusal("exchange_rate_must_be_one")
        }
        if total < 0 || shipping < 0 || tax < 0 || refunded < 0 { throw Refusal("amount_must_not_be_negative") }
        if shipping + tax > total { throw Refusal("shipping_and_tax_must_not_exceed_the_total") }
        for line in lines {
            if line.quantity < 1 { throw Refusal("line_must_have_a_quantity") }
            if line.amount < 0 || line.refunded < 0 { throw Refusal("amount_must_not_be_negative") }
            if line.returned < 0 || line.returned > line.quantity {
                throw Refusal("refunded_quantity_must_be_in_range")
            }
        }
        if givenBack > total { throw Refusal("refund_must_not_exceed_the_total") }
    }
}
