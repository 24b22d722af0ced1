public import ExactJSON
public import Loyalty

extension OrderLine {
    /// Reads a line, as requests send it and as the database keeps it.
    /// - Throws: A rejection that names the field.
    public init(_ fields: JSONFields, _ currency: Currency) throws {
        let id: Identifier<OrderLine> = try fields.id("id")
        self.init(
            id: id.text, sku: try fields.optionalText("sku", max: 64),
            category: try fields.optionalText("category", max: 64),
            quantity: try fields.optionalInteger("quantity") ?? 1,
            amount: try fields.money("amount", currency),
            refundedQuantity: try fields.optionalInteger("refunded_quantity") ?? 0,
            refundedAmount: try fields.optionalMoney("refunded_amount", currency) ?? Money(minorUnits: 0, currency))
    }
}
