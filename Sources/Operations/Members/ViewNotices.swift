public import Loyalty
public import Storage

/// Shows a customer what they were told, in every shop.
public struct ViewNotices: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Notices, newest first, after a place.
    public func callAsFunction(
        of customer: Customer.ID, after place: NoticeReport.Place?, limit: Int
    ) async throws -> [NoticeReport.Notice] {
        try await surroundings.database.read { connection in
            try NoticeReport(connection).notices(of: customer, after: place, limit: limit)
        }
    }
}
