import ExactJSON
import Loyalty

/// The lines of an order as one JSON document in one column; no rule ever asks the database about a single line.
enum OrderLinesDocument {
    /// - Returns: `nil` for an order without lines.
    static func text(of lines: [OrderLine]) -> String? {
        lines.isEmpty ? nil : String(decoding: lines.jsonBytes, as: UTF8.self)
    }

    static func lines(from text: String?, _ currency: Currency) throws -> [OrderLine] {
        guard let text else { return [] }
        guard case .array(let elements) = try JSONValue(parsing: text) else {
            throw StorageFailure.corrupt("the lines of an order are no array")
        }
        return try elements.map { element in try OrderLine(JSONFields(element), currency) }
    }
}
