/// One line of an order.
public struct OrderLine: Hashable, Sendable {
    public let id: String
    public let sku: String?
    public let category: String?
    public let quantity: Int64
    /// What the whole line costs.
    public let amount: Money
    public let refundedQuantity: Int64
    /// What was refunded of the line as an amount, besides the quantity.
    public let refundedAmount: Money

    public init(
        id: String, sku: String? = nil, category: String? = nil, quantity: Int64, amount: Money,
        refundedQuantity: Int64 = 0, refundedAmount: Money
    ) {
        self.id = id
        self.sku = sku
        self.category = category
        self.quantity = quantity
        self.amount = amount
        self.refundedQuantity = refundedQuantity
        self.refundedAmount = refundedAmount
    }

    /// What was refunded of this line, in minor units: the share of the refunded quantity, half a unit up, and the
    /// amount.
    var refunded: Int64 {
        guard quantity > 0 else { return refundedAmount.minorUnits }
        let doubled = Int128(amount.minorUnits) * Int128(refundedQuantity) * 2 + Int128(quantity)
        return Int64(doubled / (Int128(quantity) * 2)) + refundedAmount.minorUnits
    }
}
