import ExactJSON
public import Loyalty
import Storage

/// Makes the order of a guest a customer's: it earns as if it were processed now.
public struct ClaimOrder: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// An order that is this customer's already is processed again, which changes nothing.
    /// - Parameter isForOneself: Whether the customer asks, and not somebody who may say whose an order is.
    /// - Throws: ``OrderRejection``: `orderMustExist`, `orderMustKeepItsCustomer`, or what recording it throws.
    public func callAsFunction(
        _ id: Order.ID, for customer: Customer.ID, isForOneself: Bool, in shop: Shop, actor: String
    ) async throws -> RecordOrder.Outcome {
        let (record, act) = (RecordOrder(in: surroundings), surroundings.act)
        let silent = Customer(id: customer, name: "")
        let draft = record.request(from: silent, toldBy: .shop)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            if let held = try OrderStore(connection).held(id, in: shop) {
                try requireCustomer(customer, of: held, isForOneself: isForOneself)
                return try record.record(draft(held.order), in: shop, actor: actor, transaction)
            }
            let known = try CustomerStore(connection).customer(customer) ?? silent
            let kept = try GuestOrderStore(connection).order(id, in: shop)
            let order = try decideOrderClaim(of: kept, by: known, isForOneself: isForOneself)
            let outcome = try record.record(draft(order), in: shop, actor: actor, transaction)
            try AuditLogStore(connection).append(
                act.made("claim_order", of: id.text, by: actor, before: JSONValue?.none, after: customer), in: shop.id)
            return outcome
        }
    }
}

/// To a customer who asks, another's order looks exactly like one that is not there.
private func requireCustomer(
    _ customer: Customer.ID, of held: HeldOrder, isForOneself: Bool
) throws(OrderRejection) {
    guard held.order.customerID != customer else { return }
    guard !isForOneself else { throw OrderRejection(.orderMustExist) }
    throw OrderRejection(.orderMustKeepItsCustomer, field: "customer_id")
}
