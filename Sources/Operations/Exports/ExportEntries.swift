public import Loyalty
public import Storage

/// Writes the entries of a whole shop as CSV: the columns of a statement, member by member, each in the order in which
/// they were written, so that the hashes can be followed.
public struct ExportEntries: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``StatementRejection/fromMustNotBeAfterTo``.
    public func callAsFunction(in shop: Shop, _ days: ExportDays) -> CSVPages<ShopLedgerReport.Place> {
        CSVPages(header: StatementRow.columns) { [database = surroundings.database] place in
            let rows = try await database.read { connection in
                try ShopLedgerReport(connection).entries(
                    in: shop.id, after: place, from: days.first, through: days.last, limit: rowsMax)
            }
            let last = rows.last.map { row in
                ShopLedgerReport.Place(customerID: row.entry.customerID, sequence: row.entry.sequence)
            }
            return (rows.map { StatementRow($0, in: shop).cells }, last)
        }
    }
}

/// The days of a shop that an export is about.
public struct ExportDays: Hashable, Sendable {
    public let first: Day?
    public let last: Day?

    /// - Parameters:
    ///   - first: `nil` from the beginning on.
    ///   - last: `nil` for all there are.
    /// - Throws: ``StatementRejection/fromMustNotBeAfterTo``.
    public init(from first: Day?, until last: Day?) throws(StatementRejection) {
        if let first, let last, first > last { throw .fromMustNotBeAfterTo }
        self.first = first
        self.last = last
    }

    /// The moments of these days in a zone; `nil` for all there are. There are none in a day that the zone never had,
    /// such as 30 December 2011 in Samoa.
    func moments(in zone: Zone) -> Range<Instant>? {
        guard first != nil || last != nil else { return nil }
        let start = first.map(zone.start(of:)) ?? Instant(milliseconds: .min)
        return start..<max(start, last.map { zone.start(of: $0 + 1) } ?? Instant(milliseconds: .max))
    }
}

private let rowsMax = 500
