/// Why an order has given the points it has, from what is kept of it.
public struct OrderExplanation: Sendable {
    /// What decided; the raw values are the API's codes.
    public enum Rule: String, Sendable, CaseIterable {
        case guest
        case cancelled
        case returned
        case notPaid = "not_paid"
        case notDelivered = "not_delivered"
        case programMissing = "program_missing"
        case programNotActive = "program_not_active"
        /// It qualified while there was no active program; there is one now, so that sending it again makes it earn.
        case notProcessedSince = "not_processed_since"
        case refunded
        case belowMinimumSpend = "below_minimum_spend"
        case belowOnePoint = "below_one_point"
        case partlyRefunded = "partly_refunded"
        case earned
    }

    public let held: HeldOrder
    public let rule: Rule
    /// Everything refunded, in the order's own currency.
    public let refunded: Money
    /// What is left of the amount that earns, in the order's own currency.
    public let remaining: Money
    public let convertedTotal: Money
    /// `remaining` in the shop's currency.
    public let qualifying: Money
    /// How it came to points; `nil` while it has no terms.
    public let calculation: Calculation?
    /// What the order deserves as it is now.
    public let deserved: Points
    public let forCustomer: String
    public let forOwner: String
}

/// Explains what an order earned, or why it earned nothing.
/// - Parameter program: The version in force, for an order that has no terms yet.
/// - Throws: ``OrderRejection`` for an order that could not have been taken.
public func explainOrder(
    _ held: HeldOrder, under program: ProgramVersion?, in shop: Shop
) throws(OrderRejection) -> OrderExplanation {
    let order = held.order
    let basis = (held.terms?.version ?? program)?.program.earningBasis ?? .orderTotal
    let qualifying = try order.qualifying(by: basis, in: shop.currency)
    let deserved = try deserved(by: order, under: held.terms, in: shop).points
    let calculation = held.terms.flatMap { Calculation(of: qualifying, under: $0) }
    let rule = rule(for: held, deserving: deserved, calculation, under: program)
    let sentences = OrderSentences(held, rule, calculation, deserved)
    return OrderExplanation(
        held: held, rule: rule, refunded: Money(minorUnits: order.refunded, order.total.currency),
        remaining: Money(minorUnits: order.remaining(by: basis), order.total.currency),
        convertedTotal: Money(minorUnits: try order.convertedTotal(in: shop.currency), shop.currency),
        qualifying: Money(minorUnits: qualifying, shop.currency), calculation: calculation, deserved: deserved,
        forCustomer: sentences.forCustomer, forOwner: sentences.forOwner)
}

/// The first that stands, in this order.
private func rule(
    for held: HeldOrder, deserving deserved: Points, _ calculation: Calculation?, under program: ProgramVersion?
) -> OrderExplanation.Rule {
    let order = held.order
    let moment = (held.terms?.version ?? program)?.program.earnsOn ?? .delivery
    if order.customerID == .guest { return .guest }
    if order.status == .cancelled { return .cancelled }
    if order.status == .returned { return .returned }
    guard order.status.qualifies(on: moment) else { return moment == .payment ? .notPaid : .notDelivered }
    guard let calculation else {
        guard let program else { return .programMissing }
        return program.program.isActive ? .notProcessedSince : .programNotActive
    }
    if calculation.qualifying.minorUnits == 0, order.refunded > 0 { return .refunded }
    guard calculation.minimumIsReached else { return .belowMinimumSpend }
    guard deserved > .zero else { return .belowOnePoint }
    return order.refunded > 0 ? .partlyRefunded : .earned
}
