public import Loyalty
import Storage

/// Shows an order as it is held.
public struct ViewOrder: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// An order of a guest is shown as one that earned nothing.
    /// - Parameter customer: Where given, only an order of this customer is found.
    /// - Throws: ``OrderRejection`` `orderMustExist`.
    public func callAsFunction(_ id: Order.ID, of customer: Customer.ID?, in shop: Shop) async throws -> HeldOrder {
        let held = try await surroundings.database.read { connection in
            try OrderStore(connection).held(id, in: shop)
                ?? GuestOrderStore(connection).order(id, in: shop).map(HeldOrder.unclaimed)
        }
        guard let held, customer == nil || held.order.customerID == customer else {
            throw OrderRejection(.orderMustExist)
        }
        return held
    }
}
