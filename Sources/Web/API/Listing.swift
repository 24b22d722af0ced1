import ExactJSON
import Hummingbird
import Loyalty

/// A list in pages whose place is given by one key: the id or the number of the last item.
struct Listing {
    private let page: Page

    init(of request: Request) throws { page = try Page(of: request, keyCount: 1) }

    /// How many items to load: one more than is shown tells whether there is a next page.
    var limit: Int { page.limit + 1 }

    /// The id that the page before ended with.
    func id<Entity>() throws -> Identifier<Entity>? {
        guard let value = page.after?.first else { return nil }
        guard case .string(let text) = value else { throw foreignCursor }
        return try Identifier(text, field: "cursor")
    }

    /// The number that the page before ended with.
    func number() throws -> Int64? {
        guard let value = page.after?.first else { return nil }
        guard let number = value.wholeNumber else { throw foreignCursor }
        return number
    }

    /// - Parameter items: Up to ``limit`` items.
    func answer<Item: JSONWritable>(_ items: [Item], key: (Item) -> JSONValue) -> Response {
        let shown = items.prefix(page.limit)
        let next = items.count > page.limit ? shown.last.map { Page.cursor([key($0)]) } : nil
        return .page(Array(shown), nextCursor: next) { json, item in json.value(item) }
    }

    private var foreignCursor: QueryRejection {
        QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
    }
}

extension JSONValue {
    /// A whole number.
    init(_ number: Int64) { self = .number(Decimal(mantissa: Int128(number), places: 0)) }

    /// The whole number that this is; `nil` for anything else.
    var wholeNumber: Int64? {
        guard case .number(let decimal) = self, decimal.places == 0 else { return nil }
        return Int64(exactly: decimal.mantissa)
    }
}
