public import ExactJSON
public import Hummingbird
import Operations

private let pageSizeUsual = 50
private let pageSizeMax = 200

/// Which part of a list is asked for, by `?limit=&cursor=`.
public struct Page: Sendable {
    /// How many items at most.
    public let limit: Int
    /// Where the page before ended: the values that ``Page/cursor(_:)`` was given; `nil` for the first page.
    public let after: [JSONValue]?

    /// Takes the page that a list asks for.
    /// - Parameter keyCount: How many values a cursor of this list has.
    /// - Throws: ``QueryRejection``, also for a cursor that this list never gave.
    public init(of request: Request, keyCount: Int) throws {
        let query = try request.query()
        limit = try query.count("limit", in: 1...pageSizeMax, default: pageSizeUsual)
        after = try query.text("cursor").map { try Page.values(of: $0, count: keyCount) }
    }

    /// An opaque text for where a page ended, to be given as `next_cursor`.
    public static func cursor(_ values: [JSONValue]) -> String { Base64URL.text(of: values.jsonBytes) }

    private static func values(of cursor: String, count: Int) throws(QueryRejection) -> [JSONValue] {
        let rejection = QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
        guard let bytes = Base64URL.bytes(of: cursor.utf8) else { throw rejection }
        do {
            guard case .array(let values) = try JSONValue(parsing: bytes), values.count == count else {
                throw rejection
            }
            return values
        } catch {
            throw rejection
        }
    }

    /// What describes the two in the documentation.
    public static var parameters: [QueryParameter] {
        [
            QueryParameter(
                "limit", .integer, "How many items at most, 1 to \(pageSizeMax); \(pageSizeUsual) if absent"),
            QueryParameter("cursor", .text(), "The next_cursor of the page before"),
        ]
    }
}
