public import Loyalty
import Storage

/// Writes all entries of a member as CSV.
public struct ExportStatement: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Pages, each of which begins after the sequence that the one before ended with. Entries are never
    ///   changed, so the pages fit together whatever is added meanwhile.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> CSVPages<Int64> {
        let database = surroundings.database
        let member = try await database.read { connection in
            try MemberStore(connection).member(customer, in: shop.id)
        }
        guard member != nil else { throw MemberRejection.membershipMustExist }
        return CSVPages(header: StatementRow.columns) { last in
            let rows = try await database.read { connection in
                try StatementReport(connection).entries(of: customer, in: shop.id, after: last ?? 0, limit: rowsMax)
            }
            return (rows.map { StatementRow($0, in: shop).cells }, rows.last?.entry.sequence)
        }
    }
}

private let rowsMax = 500
