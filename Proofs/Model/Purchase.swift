/// An order's whole state, as a platform tells it. Amounts are minor units, times milliseconds.
public struct Purchase: Equatable, Sendable {
    public var id: String
    public var customer: String
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

    /// The first rule that the state breaks by itself.
    func check() throws(Refusal) {
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
