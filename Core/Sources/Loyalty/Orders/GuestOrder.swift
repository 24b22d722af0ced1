/// An order of somebody without an account, as the platform last told it. It earns nothing until a customer claims it.
public struct GuestOrder: Hashable, Sendable {
    /// The order; its customer is ``Identifier/guest``.
    public let order: Order
    /// What was said of the guest: an e-mail address, a phone number, or both, and perhaps a name.
    public let guest: Customer

    public init(order: Order, guest: Customer) {
        self.order = order
        self.guest = guest
    }
}

extension Identifier<Customer> {
    /// Stands where no customer is known. It is empty, which no id of the platform can be.
    public static let guest = Identifier(trusted: "")
}

extension Order {
    /// The same state, of another customer.
    public func belonging(to customer: Customer.ID) -> Order {
        Order(
            id: id, customerID: customer, status: status, revision: revision, total: total, shipping: shipping,
            tax: tax, placedAt: placedAt, updatedAt: updatedAt, deliveredAt: deliveredAt, lines: lines,
            refundedAmount: refundedAmount, exchangeRate: exchangeRate)
    }
}

extension HeldOrder {
    /// How an order is shown that nobody has claimed.
    public static func unclaimed(_ guest: GuestOrder) -> HeldOrder {
        HeldOrder(
            order: guest.order, terms: nil, posted: .zero, shortfall: .zero, spending: 0, spendingOn: Day(number: 0),
            isCounted: false)
    }
}

/// What is to be kept of a guest's order.
public struct GuestOrderDecision: Hashable, Sendable {
    /// Whether the state was older than the one kept, and so changes nothing.
    public let isStale: Bool
    /// The order as it is kept from now on.
    public let kept: GuestOrder
}

/// Decides about a state of a guest's order: it is kept as a customer's would be, and earns nothing.
/// - Throws: ``OrderRejection`` for the first rule of the state itself that is broken, so that whoever claims the order
///   later finds one that can be.
public func decideGuestOrder(
    _ sent: GuestOrder, given kept: GuestOrder?, in shop: Shop
) throws(OrderRejection) -> GuestOrderDecision {
    try validateOrder(sent.order, in: shop)
    // From here on it succeeds.
    if let kept, sent.order.isOlder(than: kept.order) { return GuestOrderDecision(isStale: true, kept: kept) }
    let newest = GuestOrder(order: sent.order.keepingPlace(after: kept?.order), guest: sent.guest)
    return GuestOrderDecision(isStale: false, kept: newest)
}

/// Decides whether a customer gets the order of a guest.
/// - Parameter isForOneself: Whether the customer asks, and so must be known by the guest's address or number.
/// - Returns: The order as it is to be recorded.
/// - Throws: ``OrderRejection`` `orderMustExist`, also where the order is there and the customer may not have it.
public func decideOrderClaim(
    of kept: GuestOrder?, by customer: Customer, isForOneself: Bool
) throws(OrderRejection) -> Order {
    guard let kept else { throw OrderRejection(.orderMustExist) }
    guard !isForOneself || kept.guest.isSamePerson(as: customer) else { throw OrderRejection(.orderMustExist) }
    // From here on it succeeds.
    return kept.order.belonging(to: customer.id)
}
