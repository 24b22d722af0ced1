public import ExactJSON
public import Loyalty

extension Order {
    /// Writes the members of an order's state, spelled as requests send them; whose order it is stands beside them.
    public func writeState(to json: inout JSONWriter) {
        json.field("status", status.rawValue)
        json.field("revision", revision)
        json.field("currency", total.currency.code)
        json.field("exchange_rate", exchangeRate)
        json.field("total", total)
        json.field("shipping", shipping)
        json.field("tax", tax)
        json.field("refunded_amount", refundedAmount)
        json.field("placed_at", placedAt)
        json.field("updated_at", updatedAt)
        json.field("delivered_at", deliveredAt)
        json.field("lines", lines)
    }
}

extension OrderLine: JSONWritable {
    /// Writes a line as requests send it and as the database keeps it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("sku", sku)
            json.field("category", category)
            json.field("quantity", quantity)
            json.field("amount", amount)
            json.field("refunded_quantity", refundedQuantity)
            json.field("refunded_amount", refundedAmount)
        }
    }
}
