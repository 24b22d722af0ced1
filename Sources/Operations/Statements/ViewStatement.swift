public import Loyalty
import Storage

/// Shows what moved a member's points within some days.
public struct ViewStatement: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// A statement, and whose it is.
    public struct View: Sendable {
        public let shop: Shop
        public let customerID: Customer.ID
        /// Empty where the platform never told it.
        public let name: String
        public let from: Day
        public let through: Day
        public let statement: Statement
        /// The number of the member's last entry, and its hash in hexadecimal digits.
        public let lastEntry: (sequence: Int64, hash: String)?
    }

    /// - Parameters:
    ///   - first: The first day stated; `nil` for the day of joining, or of the first entry where that is earlier.
    ///   - last: The last day stated; `nil` for today.
    /// - Throws: ``MemberRejection`` or ``StatementRejection``.
    public func callAsFunction(
        of customer: Customer.ID, in shop: Shop, from first: Day?, through last: Day?
    ) async throws -> View {
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: surroundings.now())
        return try await surroundings.database.read { connection in
            guard let member = try MemberStore(connection).member(customer, in: shop.id) else {
                throw MemberRejection.membershipMustExist
            }
            let (report, through) = (StatementReport(connection), last ?? today)
            guard first.map({ $0 <= through }) ?? true else { throw StatementRejection.fromMustNotBeAfterTo }
            let entries = try report.entries(
                of: customer, in: shop.id, from: first ?? earliest, through: through, limit: statementLinesMax + 1)
            guard entries.count <= statementLinesMax else { throw StatementRejection.linesMustBeAtMostFiveThousand }
            let from = first ?? min(member.joinedOn, entries.first?.day ?? member.joinedOn, through)
            let newest = try EntryReport(connection).entries(of: customer, in: shop.id, below: nil, limit: 1).first
            return View(
                shop: shop, customerID: customer, name: try CustomerStore(connection).customer(customer)?.name ?? "",
                from: from, through: through,
                statement: Statement(
                    opening: try report.balance(of: customer, in: shop.id, before: from), entries: entries),
                lastEntry: newest.map { ($0.entry.sequence, Hexadecimal.text(of: $0.hash)) })
        }
    }
}

/// Earlier than any entry, in whatever zone.
private let earliest = Day.newYear(of: 1969)
