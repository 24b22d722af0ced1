public import Loyalty
import Storage

/// Makes sure that a delivered order has earned its points: the call the platform's client makes after a delivery.
public struct ProcessOrder: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What came of it: the decision, and why nothing was awarded where nothing was.
    public struct Outcome: Sendable {
        /// `nil` for the order of a guest, about which there is nothing to decide yet.
        public let decision: OrderDecision?
        public let refusal: AwardRefusal?
    }

    /// - Parameter document: The order's whole state; `nil` to process the state that is held.
    /// - Throws: ``OrderRejection``: `orderMustExist`, `orderMustBeDelivered`, or what recording it throws. A state
    ///   that is not delivered changes nothing here.
    public func callAsFunction(
        _ id: Order.ID, _ document: OrderDocument?, in shop: Shop, actor: String
    ) async throws -> Outcome {
        let (record, desk) = (RecordOrder(in: surroundings), ReceiveOrder(in: surroundings))
        let known = try await surroundings.database.read { connection in
            try OrderStore(connection).held(id, in: shop)?.order
                ?? GuestOrderStore(connection).order(id, in: shop)?.order
        }
        guard let order = document?.order ?? known else { throw OrderRejection(.orderMustExist) }
        guard document != nil || order.customerID != .guest else {
            return Outcome(decision: nil, refusal: .customerMissing)
        }
        let customer = document?.customer ?? Customer(id: order.customerID, name: "")
        let request = record.request(order, from: customer)
        let (receipt, program) = try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            let terms = try OrderStore(connection).held(id, in: shop)?.terms
            try requireDelivery(of: order, under: terms, or: program)
            return (try desk.receive(request, in: shop, actor: actor, transaction), program)
        }
        guard case .recorded(let outcome) = receipt else {
            return Outcome(decision: nil, refusal: .customerMissing)
        }
        return Outcome(decision: outcome.decision, refusal: outcome.decision.awardRefusal(under: program))
    }
}
