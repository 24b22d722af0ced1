public import Loyalty
import Storage

/// Takes an order's whole state, of a customer or of a guest.
///
/// A guest's order is kept and earns nothing. Once it has a customer, by a state that names one or by a claim, states
/// that name none are that customer's.
public struct ReceiveOrder: Sendable {
    private let surroundings: Surroundings
    private let record: RecordOrder

    public init(in surroundings: Surroundings) {
        self.surroundings = surroundings
        record = RecordOrder(in: surroundings)
    }

    /// What came of it.
    public enum Receipt: Sendable {
        case recorded(RecordOrder.Outcome)
        case kept(KeptOrder)
    }

    /// A guest's order, as it is kept now.
    public struct KeptOrder: Sendable {
        public let decision: GuestOrderDecision
        /// Whether the order was not known before.
        public let isNew: Bool
        public let isChanged: Bool
    }

    /// Takes one order, and returns once it is durable.
    /// - Throws: ``OrderRejection`` or ``CustomerRejection``.
    public func callAsFunction(_ document: OrderDocument, in shop: Shop, by caller: Caller) async throws -> Receipt {
        let (request, actor) = (
            record.request(document.order, from: document.customer, toldBy: caller.teller), caller.actor
        )
        return try await surroundings.write(in: shop.id) { transaction in
            try receive(request, in: shop, actor: actor, transaction)
        }
    }

    /// Takes one order within a transaction of the caller's.
    /// - Throws: ``OrderRejection`` or ``CustomerRejection``, before anything is written.
    public func receive(
        _ request: RecordOrder.Request, in shop: Shop, actor: String, _ transaction: WriteTransaction
    ) throws -> Receipt {
        let connection = transaction.connection
        guard request.customer.id == .guest else {
            return .recorded(try record.record(request, in: shop, actor: actor, transaction))
        }
        try validateCustomer(request.customer, at: request.now, field: "customer.birthday")
        if let held = try OrderStore(connection).held(request.order.id, in: shop) {
            let known = Customer(id: held.order.customerID, name: "")
            return .recorded(try record.record(request.belonging(to: known), in: shop, actor: actor, transaction))
        }
        let store = GuestOrderStore(connection)
        let kept = try store.order(request.order.id, in: shop)
        let sent = GuestOrder(order: request.order, guest: request.customer)
        let decision = try decideGuestOrder(sent, given: kept, in: shop)
        if decision.kept != kept { try store.save(decision.kept, in: shop.id, at: request.now) }
        return .kept(KeptOrder(decision: decision, isNew: kept == nil, isChanged: decision.kept != kept))
    }
}

extension ReceiveOrder.Receipt {
    /// Whether the order was not known before.
    public var isNew: Bool {
        switch self {
        case .recorded(let outcome): outcome.isNew
        case .kept(let kept): kept.isNew
        }
    }

    /// Whether anything is different now.
    public var isChanged: Bool {
        switch self {
        case .recorded(let outcome): outcome.isChanged
        case .kept(let kept): kept.isChanged
        }
    }
}
