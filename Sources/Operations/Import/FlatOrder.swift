import ExactJSON
import Loyalty
import Storage

extension OrderDocument {
    /// Reads a row of a CSV file, which is flat, and whose orders are delivered unless it says otherwise.
    /// - Throws: A rejection that names the column.
    init(row fields: JSONFields, in shop: Shop) throws {
        let currency = try fields.orderCurrency(in: shop)
        let none = Money(minorUnits: 0, currency)
        customer = Customer(
            id: try fields.id("customer_id"), name: try fields.optionalText("customer_name", max: 300) ?? "",
            email: try fields.optionalText("customer_email", max: 320),
            phone: try fields.optionalText("customer_phone", max: 40))
        order = Order(
            id: try fields.id("order_id"), customerID: customer.id,
            status: try fields.optionalChoice("status", of: OrderStatus.self) ?? .delivered,
            revision: try fields.optionalInteger("revision"), total: try fields.money("total", currency),
            shipping: try fields.optionalMoney("shipping", currency) ?? none,
            tax: try fields.optionalMoney("tax", currency) ?? none,
            placedAt: try fields.optionalInstant("placed_at"), updatedAt: try fields.optionalInstant("updated_at"),
            deliveredAt: try fields.optionalInstant("delivered_at"),
            refundedAmount: try fields.optionalMoney("refunded_amount", currency) ?? none,
            exchangeRate: try fields.exchangeRate())
    }
}
