public import Loyalty
public import Storage

/// Why an entry stands in a member's history, as the member reads it.
public struct ExplainedEntry: Sendable {
    public let row: HistoryReport.Row
    public let explanation: EntryExplanation
    /// What the order is given as it is now; `nil` where the entry is not about an order.
    public let order: OrderExplanation?
    public let zone: Zone
    public let today: Day
}

/// Shows a member why an entry stands in the history.
public struct ViewEntryExplanation: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist`` or ``EntryRejection/entryMustExist``.
    public func callAsFunction(
        _ sequence: Int64, of customer: Customer.ID, in shop: Shop
    ) async throws -> ExplainedEntry {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        let explanation = try await ExplainEntries(in: surroundings)(sequence, of: customer, in: shop)
        let row = try await surroundings.database.read { connection in
            try HistoryReport(connection).rows(of: customer, in: shop.id, below: sequence + 1, limit: 1).first
        }
        guard let row else { throw EntryRejection.entryMustExist }
        var order: OrderExplanation?
        if let held = explanation.context.order {
            order = try await ExplainOrders(in: surroundings)(held.order.id, of: customer, in: shop).explanation
        }
        return ExplainedEntry(row: row, explanation: explanation, order: order, zone: gaze.zone, today: gaze.today)
    }
}
