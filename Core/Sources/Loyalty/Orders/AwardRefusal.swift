/// Why an order that qualifies was given no points just now; the sentences are those the platform's client knows.
public enum AwardRefusal: Hashable, Sendable {
    /// The order is a guest's.
    case customerMissing
    case programMissing
    case programInactive
    case alreadyAwarded
    case belowMinimumSpend(Money)
    /// The amount is so small that it rounds to no point.
    case belowOnePoint

    public var sentence: String {
        switch self {
        case .customerMissing: "The order has no customer to award points to"
        case .programMissing: "No loyalty program configured"
        case .programInactive: "Loyalty program not active"
        case .alreadyAwarded: "Points already awarded for this order"
        case .belowMinimumSpend(let minimum): "Order total must be at least \(minimum) to earn points"
        case .belowOnePoint: "The order is too small to earn a point"
        }
    }
}

extension OrderDecision {
    /// Why the order was given nothing by this decision; `nil` where it was.
    /// - Parameter program: The version in force.
    public func awardRefusal(under program: ProgramVersion?) -> AwardRefusal? {
        if let posting, posting.entry.points > .zero { return nil }
        guard let terms = held.terms else { return program == nil ? .programMissing : .programInactive }
        let minimum = terms.version.program.minimumSpend
        if held.spending < minimum.minorUnits { return .belowMinimumSpend(minimum) }
        return held.posted > .zero ? .alreadyAwarded : .belowOnePoint
    }
}

/// Checks that an order is in a state that earns, by its terms or, before it has any, by the program in force.
/// - Throws: ``OrderRejection`` `orderMustBeDelivered`.
public func requireDelivery(
    of order: Order, under terms: OrderTerms?, or program: ProgramVersion?
) throws(OrderRejection) {
    let moment = (terms?.version ?? program)?.program.earnsOn ?? .delivery
    guard order.status.qualifies(on: moment) else { throw OrderRejection(.orderMustBeDelivered, field: "status") }
}
