import ExactJSON
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
        _ id: Order.ID, _ document: OrderDocument?, in shop: Shop, by caller: Caller
    ) async throws -> Outcome {
        let (record, desk) = (RecordOrder(in: surroundings), ReceiveOrder(in: surroundings))
        let act = surroundings.act
        let draft = record.request(
            from: document?.customer ?? Customer(id: .guest, name: ""), toldBy: caller.teller)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            // Only here, where no other state can come in between.
            let held = try OrderStore(connection).held(id, in: shop)
            let request = try document.map { draft($0.order) } ?? known(id, held, in: shop, draft, connection)
            guard document != nil || request.customer.id != .guest else {
                return Outcome(decision: nil, refusal: .customerMissing)
            }
            let program = try ProgramStore(connection).newest(in: shop)
            try requireDelivery(of: request.order, under: held?.terms, or: program)
            let receipt = try desk.receive(request, in: shop, actor: caller.actor, transaction)
            // A person who says what an order is gives points by hand.
            if case .person = caller, let document, receipt.isChanged {
                try AuditLogStore(connection).append(
                    act.made(
                        "process_order", of: id.text, by: caller.actor, before: held.map { SentState(order: $0.order) },
                        after: SentState(order: document.order)), in: shop.id)
            }
            guard case .recorded(let outcome) = receipt else {
                return Outcome(decision: nil, refusal: .customerMissing)
            }
            return Outcome(decision: outcome.decision, refusal: outcome.decision.awardRefusal(under: program))
        }
    }

    /// The state that is known of an order, as if it were sent again.
    private func known(
        _ id: Order.ID, _ held: HeldOrder?, in shop: Shop, _ draft: (Order) -> RecordOrder.Request,
        _ connection: any SQLConnection
    ) throws -> RecordOrder.Request {
        guard let order = try held?.order ?? GuestOrderStore(connection).order(id, in: shop)?.order else {
            throw OrderRejection(.orderMustExist)
        }
        return draft(order).belonging(to: Customer(id: order.customerID, name: ""))
    }
}

/// An order's state, as the audit log shows it.
private struct SentState: JSONWritable {
    let order: Order

    func write(to json: inout JSONWriter) { json.object { order.writeState(to: &$0) } }
}
