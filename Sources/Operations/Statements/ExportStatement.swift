public import Loyalty
import Storage

/// Writes all entries of a member as CSV, page by page, in memory that does not grow with them.
public struct ExportStatement: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> StatementPages {
        let member = try await surroundings.database.read { connection in
            try MemberStore(connection).member(customer, in: shop.id)
        }
        guard member != nil else { throw MemberRejection.membershipMustExist }
        return StatementPages(surroundings: surroundings, customer: customer, shop: shop)
    }
}

/// The pages of one statement; the first begins with the names of the columns.
public struct StatementPages: Sendable {
    fileprivate let surroundings: Surroundings
    fileprivate let customer: Customer.ID
    fileprivate let shop: Shop
    private var last: Int64 = 0
    private var isBegun = false

    fileprivate init(surroundings: Surroundings, customer: Customer.ID, shop: Shop) {
        self.surroundings = surroundings
        self.customer = customer
        self.shop = shop
    }

    /// The next page; `nil` after the last. Entries are never changed, so the pages fit together whatever is added
    /// meanwhile.
    public mutating func next() async throws -> String? {
        let rows = try await surroundings.database.read { [self] connection in
            try StatementReport(connection).entries(of: customer, in: shop.id, after: last, limit: rowsMax)
        }
        let start = isBegun ? "" : StatementRow.header
        isBegun = true
        last = rows.last?.entry.sequence ?? last
        let page = rows.reduce(into: start) { $0 += StatementRow($1, in: shop).line }
        return page.isEmpty ? nil : page
    }
}

private let rowsMax = 500
