import ExactJSON
import Loyalty

/// The lines of an order as one JSON document in one column; no rule ever asks the database about a single line.
enum OrderLinesDocument {
    /// - Returns: `nil` for an order without lines.
    static func text(of lines: [OrderLine]) -> String? {
        guard !lines.isEmpty else { return nil }
        var json = JSONWriter()
        write(lines, to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func write(_ lines: [OrderLine], to json: inout JSONWriter) {
        json.array(lines) { json, line in
            json.object { json in
                json.field("id", line.id)
                json.field("sku", line.sku)
                json.field("category", line.category)
                json.field("quantity", line.quantity)
                json.field("amount", line.amount)
                json.field("refunded_quantity", line.refundedQuantity)
                json.field("refunded_amount", line.refundedAmount)
            }
        }
    }

    static func lines(from text: String?, _ currency: Currency) throws -> [OrderLine] {
        guard let text else { return [] }
        guard case .array(let elements) = try JSONValue(parsing: text) else {
            throw StorageFailure.corrupt("the lines of an order are no array")
        }
        return try elements.map { element in try OrderLine(JSONFields(element), currency) }
    }
}
