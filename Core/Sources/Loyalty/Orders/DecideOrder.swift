/// Decides what a new state of an order changes: its points, the spending, the member's tier.
///
/// The ledger gets the difference between what the order deserves now and what was posted for it before, so a state that
/// arrives twice, or late, changes nothing.
/// - Throws: ``OrderRejection`` for the first rule that is broken: those of the state itself, then
///   `orderMustKeepItsCustomer`, then the limits of an account.
public func decideOrder(_ order: Order, given context: OrderContext) throws(OrderRejection) -> OrderDecision {
    try validateOrder(order, in: context.shop)
    if let held = context.held {
        guard held.order.customerID == order.customerID else {
            throw OrderRejection(.orderMustKeepItsCustomer, field: "customer.id")
        }
        guard !order.isOlder(than: held.order) else { return .stale(held, context.member) }
    }
    let terms = context.held?.terms ?? newTerms(for: order, given: context)
    let deserved = try deserved(by: order, under: terms)
    try validateLimits(of: context.member, with: deserved, given: context)
    // From here on it succeeds.
    var account = Account(context.member, lots: context.lots)
    var settlement = OrderSettlement(of: context.held, deserving: deserved.points)
    let posting = settlement.post(for: order, under: terms, on: &account, given: context)
    let spending = spendingChanges(to: deserved.spending, given: context)
    var member = account.member
    member.orderCount += (deserved.isCounted ? 1 : 0) - (context.held?.isCounted == true ? 1 : 0)
    if deserved.isCounted { member.lastActivityAt = max(member.lastActivityAt, order.occurredAt ?? context.now) }
    let tierChange = moveTier(of: &member, by: spending, for: order, given: context)
    let held = HeldOrder(
        order: order, terms: terms, posted: settlement.posted, shortfall: settlement.shortfall,
        spending: deserved.spending, spendingOn: context.days.order, isCounted: deserved.isCounted)
    return OrderDecision(
        isStale: false, held: held, posting: posting, spending: spending, member: member, tierChange: tierChange)
}

extension OrderDecision {
    static func stale(_ held: HeldOrder, _ member: Member) -> OrderDecision {
        OrderDecision(isStale: true, held: held, posting: nil, spending: [], member: member, tierChange: nil)
    }
}

/// The terms an order takes when it first qualifies under an active program: the tier is the one held before it.
private func newTerms(for order: Order, given context: OrderContext) -> OrderTerms? {
    guard let version = context.program, version.program.isActive,
        order.status.qualifies(on: version.program.earnsOn)
    else { return nil }
    var before = context.history
    if let held = context.held { before.add(-held.spending, on: held.spendingOn) }
    let policy = version.program.tiers
    let rank = policy.standing(of: before, joinedOn: context.member.joinedOn, on: context.days.order).rank
    let tier = policy.ladder[rank]
    return OrderTerms(version: version, tierKey: tier.key, multiplier: tier.multiplier)
}

/// Keeps an account's totals where they cannot overflow.
private func validateLimits(
    of member: Member, with deserved: Deserved, given context: OrderContext
) throws(OrderRejection) {
    guard max(member.balance, member.earned) + deserved.points <= .limit else {
        throw OrderRejection(.pointsMustBeBelowTheLimit, field: "total")
    }
    guard context.history.total + deserved.spending <= Money.limit else {
        throw OrderRejection(.spendingMustBeBelowTheLimit, field: "total")
    }
}

private func spendingChanges(to spending: Int64, given context: OrderContext) -> [SpendingChange] {
    guard let held = context.held, held.spendingOn != context.days.order else {
        let change = spending - (context.held?.spending ?? 0)
        return change == 0 ? [] : [SpendingChange(day: context.days.order, minorUnits: change)]
    }
    let moves = [
        SpendingChange(day: held.spendingOn, minorUnits: -held.spending),
        SpendingChange(day: context.days.order, minorUnits: spending),
    ]
    return moves.filter { $0.minorUnits != 0 }
}

/// Brings the member to the tier that the spending gives today.
private func moveTier(
    of member: inout Member, by spending: [SpendingChange], for order: Order, given context: OrderContext
) -> TierChange? {
    guard let program = context.program?.program else { return nil }
    var after = context.history
    for change in spending { after.add(change.minorUnits, on: change.day) }
    let rank = program.tiers.standing(of: after, joinedOn: member.joinedOn, on: context.days.today).rank
    let cause = spending.map(\.minorUnits).reduce(0, +) < 0 ? TierChange.Cause.refund : .spending
    return member.move(to: program.tiers.ladder[rank].key, for: cause, reference: order.id.text, at: context.now)
}
