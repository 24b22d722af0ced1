import ExactJSON
public import Loyalty

/// What the columns of a CSV file of orders mean.
struct OrderColumns {
    private static let required = ["order_id", "customer_id", "total"]
    private static let optional = [
        "customer_name", "customer_email", "customer_phone", "placed_at", "updated_at", "delivered_at", "status",
        "currency", "exchange_rate", "refunded_amount", "shipping", "tax", "revision",
    ]

    /// The columns that mean nothing here.
    let unknown: [String]
    /// The name of each column, `nil` where it means nothing.
    private let names: [String?]

    /// - Throws: ``ColumnRejection`` where a required column is missing.
    init(header: [String]) throws(ColumnRejection) {
        let missing = Self.required.filter { !header.contains($0) }
        guard missing.isEmpty else { throw ColumnRejection(missing: missing) }
        let known = Set(Self.required + Self.optional)
        names = header.map { known.contains($0) ? $0 : nil }
        unknown = header.filter { !known.contains($0) }
    }

    /// The cells that say something, by column.
    func fields(of texts: [String]) -> JSONFields {
        var object = JSONObject()
        for (name, text) in zip(names, texts) where !text.isEmpty {
            if let name { object[name] = .string(text) }
        }
        return JSONFields(object)
    }
}

/// A CSV file of orders lacks a column.
public struct ColumnRejection: Rejection, Hashable {
    let missing: [String]

    public var name: String { "requiredColumnsMustBeThere" }
    public var sentence: String {
        "The first line must name the columns, among them order_id, customer_id and total; it lacks "
            + missing.joined(separator: ", ") + "."
    }
}
