public import ExactJSON
public import Loyalty

extension Order {
    /// Reads an order's state, as requests send it and as guests' orders are kept.
    /// - Throws: A rejection that names the field. Whether the order can be is for the rules to say.
    public init(_ fields: JSONFields, id: ID, of customer: Customer.ID, in shop: Shop) throws {
        // Whoever sends refunds so must not be left to think that they were taken.
        guard !fields.has("refunds") else { throw OrderRejection(.refundMustStandOnItsLine, field: "refunds") }
        let currency = try fields.orderCurrency(in: shop)
        let none = Money(minorUnits: 0, currency)
        self.init(
            id: id, customerID: customer, status: try fields.choice("status", of: OrderStatus.self),
            revision: try fields.optionalInteger("revision"), total: try fields.money("total", currency),
            shipping: try fields.optionalMoney("shipping", currency) ?? none,
            tax: try fields.optionalMoney("tax", currency) ?? none,
            placedAt: try fields.optionalInstant("placed_at"), updatedAt: try fields.optionalInstant("updated_at"),
            deliveredAt: try fields.optionalInstant("delivered_at"),
            lines: try fields.optionalArray("lines", max: linesReadMax)?.map { try OrderLine($0.object(), currency) }
                ?? [],
            refundedAmount: try fields.optionalMoney("refunded_amount", currency) ?? none,
            exchangeRate: try fields.exchangeRate())
    }
}

extension JSONFields {
    /// The currency that an order's amounts are in: the one named, else the shop's.
    /// - Throws: A rejection that names the field.
    public func orderCurrency(in shop: Shop) throws -> Currency {
        guard let code = try optionalText("currency", max: 3) else { return shop.currency }
        return try Currency(code)
    }

    /// What a unit of the order's currency is worth in the shop's; `nil` where it is not said.
    /// - Throws: A rejection that names the field.
    public func exchangeRate() throws -> ExchangeRate? {
        try optionalDecimal("exchange_rate").map { try ExchangeRate($0, field: "exchange_rate") }
    }
}

/// More than the rules allow, so that it is they who refuse.
private let linesReadMax = 10_000
