/// An order's whole state, as the platform last told it.
public struct Order: Hashable, Sendable {
    public typealias ID = Identifier<Order>

    public let id: ID
    public let customerID: Customer.ID
    public let status: OrderStatus
    /// A number that grows with every change of the order; `nil` where the platform keeps none.
    public let revision: Int64?
    /// What the customer pays, shipping and tax included.
    public let total: Money
    public let shipping: Money
    public let tax: Money
    public let placedAt: Instant?
    public let updatedAt: Instant?
    public let deliveredAt: Instant?
    public let lines: [OrderLine]
    /// What was refunded on the order as a whole, besides what its lines say.
    public let refundedAmount: Money
    /// What one unit of the order's currency is worth in the shop's; needed where the two differ.
    public let exchangeRate: ExchangeRate?

    public init(
        id: ID, customerID: Customer.ID, status: OrderStatus, revision: Int64? = nil, total: Money, shipping: Money,
        tax: Money, placedAt: Instant? = nil, updatedAt: Instant? = nil, deliveredAt: Instant? = nil,
        lines: [OrderLine] = [], refundedAmount: Money, exchangeRate: ExchangeRate? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.status = status
        self.revision = revision
        self.total = total
        self.shipping = shipping
        self.tax = tax
        self.placedAt = placedAt
        self.updatedAt = updatedAt
        self.deliveredAt = deliveredAt
        self.lines = lines
        self.refundedAmount = refundedAmount
        self.exchangeRate = exchangeRate
    }

    /// When the order's event occurred, as far as the order says: delivered, else updated, else placed.
    public var occurredAt: Instant? { deliveredAt ?? updatedAt ?? placedAt }

    /// Whether this state was overtaken by the other: by revision, or by time of update where one has no revision.
    public func isOlder(than other: Order) -> Bool {
        if let revision, let otherRevision = other.revision { return revision < otherRevision }
        guard let updatedAt, let otherUpdatedAt = other.updatedAt else { return false }
        return updatedAt < otherUpdatedAt
    }

    /// This state with the revision and the time of update of the one that it replaces, where it has none itself: so
    /// that a still older state, which comes late, is known as such.
    public func keepingPlace(after held: Order?) -> Order {
        guard let held, revision == nil || updatedAt == nil else { return self }
        return Order(
            id: id, customerID: customerID, status: status, revision: revision ?? held.revision, total: total,
            shipping: shipping, tax: tax, placedAt: placedAt, updatedAt: updatedAt ?? held.updatedAt,
            deliveredAt: deliveredAt, lines: lines, refundedAmount: refundedAmount, exchangeRate: exchangeRate)
    }

    /// Everything refunded, on lines and on the whole, in minor units.
    var refunded: Int64 { lines.reduce(refundedAmount.minorUnits) { $0 + $1.refunded } }

    /// What is left of the amount that earns, in minor units of the order's own currency, never below zero.
    func remaining(by basis: EarningBasis) -> Int64 {
        let gross =
            switch basis {
            case .orderTotal: total.minorUnits
            case .goodsOnly: total.minorUnits - shipping.minorUnits - tax.minorUnits
            }
        return max(0, gross - refunded)
    }
}
