public import Loyalty
import Storage

/// Explains what an order earned.
public struct ExplainOrders: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// An explanation, with the order's entries, the oldest first.
    public struct Explained: Sendable {
        public let explanation: OrderExplanation
        public let entries: [(sequence: Int64, points: Points)]
    }

    /// - Parameter customer: Where given, only an order of this customer is found.
    /// - Throws: ``OrderRejection`` `orderMustExist`.
    public func callAsFunction(_ id: Order.ID, of customer: Customer.ID?, in shop: Shop) async throws -> Explained {
        try await surroundings.database.read { connection in
            let held =
                try OrderStore(connection).held(id, in: shop)
                ?? GuestOrderStore(connection).order(id, in: shop).map(HeldOrder.unclaimed)
            guard let held, customer == nil || held.order.customerID == customer else {
                throw OrderRejection(.orderMustExist)
            }
            let program = try ProgramStore(connection).newest(in: shop)
            return Explained(
                explanation: try explainOrder(held, under: program, in: shop),
                entries: try ExplanationReport(connection).entries(about: id, of: held.order.customerID, in: shop.id))
        }
    }
}
