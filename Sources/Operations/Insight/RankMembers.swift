public import Loyalty
public import Storage

/// Shows the members who matter most to a shop.
public struct RankMembers: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What members are ranked by; the raw values stand in paths.
    public enum Order: String, Sendable, CaseIterable {
        case points
        /// Among the hundred who earned most, so that it is found without going through all members.
        case spending
    }

    /// A member in the ranking.
    public struct Ranked: Sendable {
        public let row: NamedMember
        /// What was spent in the period.
        public let spending: Money

        public var displayName: String { row.name.isEmpty ? row.member.customerID.text : row.name }
    }

    /// The first few by an order, with what they spent in a period.
    public func callAsFunction(in shop: Shop, by order: Order, in period: Period) async throws -> [Ranked] {
        try await surroundings.database.read { connection in
            let candidates = try MemberReport(connection).top(
                order == .points ? rankedCount : candidateCount, in: shop.id)
            let spending = SpendingStore(connection)
            let ranked = try candidates.map { row in
                let amount = try spending.total(
                    of: row.member.customerID, in: shop.id, from: period.first, through: period.last)
                return Ranked(row: row, spending: Money(minorUnits: amount, shop.currency))
            }
            guard order == .spending else { return ranked }
            return ranked.enumerated().sorted { left, right in
                (right.element.spending.minorUnits, left.offset) < (left.element.spending.minorUnits, right.offset)
            }
            .prefix(rankedCount).map(\.element)
        }
    }
}

private let rankedCount = 5
private let candidateCount = 100
