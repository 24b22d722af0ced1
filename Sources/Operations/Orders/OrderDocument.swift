public import ExactJSON
public import Loyalty
import Storage

/// An order with what was said of its customer, as the platform sends it.
public struct OrderDocument: Sendable {
    public let order: Order
    public let customer: Customer

    /// Reads the JSON object of the API.
    /// - Parameter id: The order's id, which stands in the path and not in the body.
    /// - Throws: A rejection that names the field. Whether the order can be is for ``decideOrder(_:given:)`` to say.
    public init(_ fields: JSONFields, id: Order.ID, in shop: Shop) throws {
        // Whoever sends refunds so must not be left to think that they were taken.
        guard !fields.has("refunds") else { throw OrderRejection(.refundMustStandOnItsLine, field: "refunds") }
        customer = try Customer(ofOrder: fields)
        let currency = try fields.currency(of: shop)
        let none = Money(minorUnits: 0, currency)
        order = Order(
            id: id, customerID: customer.id, status: try fields.choice("status", of: OrderStatus.self),
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

extension Customer {
    /// Reads who a customer is; silence about the name is an empty name.
    /// - Throws: A rejection that names the field.
    public init(_ fields: JSONFields, id: Customer.ID) throws {
        self.init(
            id: id, name: try fields.optionalText("name", max: 300) ?? "",
            email: try fields.optionalText("email", max: 320), phone: try fields.optionalText("phone", max: 40),
            birthday: try fields.optionalDay("birthday"))
    }

    fileprivate init(ofOrder fields: JSONFields) throws {
        let customer = try fields.object("customer")
        try self.init(customer, id: customer.id("id"))
    }
}

extension JSONFields {
    /// The currency that amounts are in: the one named, else the shop's.
    fileprivate func currency(of shop: Shop) throws -> Currency {
        guard let code = try optionalText("currency", max: 3) else { return shop.currency }
        return try Currency(code)
    }

    /// What a unit of the order's currency is worth in the shop's; `nil` where it is not said.
    /// - Throws: A rejection that names the field.
    func exchangeRate() throws -> ExchangeRate? {
        try optionalDecimal("exchange_rate").map { try ExchangeRate($0, field: "exchange_rate") }
    }
}

/// More than the rules allow, so that it is they who refuse.
private let linesReadMax = 10_000
