/// Decides what a new state of an order changes: its points, the spending, the member's tier.
///
/// The ledger gets the difference between what the order deserves now and what was posted for it before, so a state
/// that arrives twice, or late, changes nothing.
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
    let deserved = try deserved(by: order, under: terms, in: context.shop)
    try validateLimits(of: context.member, with: deserved, given: context)
    // From here on it succeeds.
    var member = context.member
    let review = member.review(
        by: context.program?.tiers, context.history, on: context.days.today, at: context.now)
    if deserved.isCounted, context.held?.hasCounted != true { member.comeBack() }
    var ledger = MemberLedger(member, lots: context.lots, lapsed: context.lapsed)
    var settlement = OrderSettlement(of: context.held, deserving: deserved)
    let posting = settlement.post(for: order, under: terms, on: &ledger, given: context)
    let spendingOn = spendingDay(of: order, given: context)
    let spending = spendingChanges(to: deserved.spending, on: spendingOn, given: context)
    member = ledger.member
    member.orderCount += (deserved.isCounted ? 1 : 0) - (context.held?.isCounted == true ? 1 : 0)
    if deserved.isCounted, order.occurredAt != nil || context.held?.isCounted != true {
        member.noteActivity(at: order.occurredAt ?? context.now, recordedAt: context.now)
    }
    let tierChange = moveTier(of: &member, by: spending, for: order, given: context)
    let held = HeldOrder(
        order: order.keepingPlace(after: context.held?.order), terms: terms, posted: settlement.settlement.posted,
        shortfall: settlement.settlement.shortfall,
        spending: deserved.spending, spendingOn: spendingOn, isCounted: deserved.isCounted)
    return OrderDecision(
        isStale: false, held: held, posting: posting, spending: spending, member: member,
        tierChanges: [review, tierChange].compactMap(\.self))
}

extension OrderDecision {
    static func stale(_ held: HeldOrder, _ member: Member) -> OrderDecision {
        OrderDecision(isStale: true, held: held, posting: nil, spending: [], member: member, tierChanges: [])
    }
}

/// The terms an order takes when it first qualifies under an active program: the tier is the one held before it.
private func newTerms(for order: Order, given context: OrderContext) -> OrderTerms? {
    guard let version = context.program, version.program.isActive,
        order.status.qualifies(on: version.program.earnsOn)
    else { return nil }
    var before = context.history
    if let held = context.held { before.add(-held.spending, on: held.spendingOn) }
    let tiers = version.tiers
    let day = spendingDay(of: order, given: context)
    let tier = tiers.ladder[tiers.standing(of: context.member, before, on: day).rank]
    return OrderTerms(version: version, tierKey: tier.key, multiplier: tier.multiplier)
}

/// Keeps an account's totals where they cannot overflow. What takes nothing more than before is never refused.
private func validateLimits(
    of member: Member, with deserved: Deserved, given context: OrderContext
) throws(OrderRejection) {
    let points = deserved.points - (context.held?.posted ?? .zero)
    guard points <= .zero || max(member.balance, member.earned) + points <= .limit else {
        throw OrderRejection(.pointsMustBeBelowTheLimit, field: "total")
    }
    let spending = deserved.spending - (context.held?.spending ?? 0)
    guard spending <= 0 || context.history.total + spending <= Money.limit else {
        throw OrderRejection(.spendingMustBeBelowTheLimit, field: "total")
    }
}

/// The day that an order's spending counts on. Where the platform never says when it was placed, the first day that was
/// known of it stays its day: a refund in another year must not move it there.
private func spendingDay(of order: Order, given context: OrderContext) -> Day {
    guard order.placedAt == nil, let held = context.held else { return context.days.order }
    return held.spendingOn
}

private func spendingChanges(to spending: Int64, on day: Day, given context: OrderContext) -> [SpendingChange] {
    let held = context.held
    let changes =
        if let held, held.spendingOn != day {
            [
                SpendingChange(day: held.spendingOn, minorUnits: -held.spending),
                SpendingChange(day: day, minorUnits: spending),
            ]
        } else {
            [SpendingChange(day: day, minorUnits: spending - (held?.spending ?? 0))]
        }
    return changes.filter { $0.minorUnits != 0 }
}

/// Brings the member to the tier that the spending gives today.
private func moveTier(
    of member: inout Member, by spending: [SpendingChange], for order: Order, given context: OrderContext
) -> TierChange? {
    guard let tiers = context.program?.tiers else { return nil }
    var after = context.history
    for change in spending { after.add(change.minorUnits, on: change.day) }
    let today = context.days.today
    let rank = tiers.standing(of: member, after, on: today).rank
    let isFall = rank < tiers.ladder.rank(of: member.tierKey) ?? 0
    return member.settle(
        on: rank, by: tiers, after, for: isFall ? .refund : .spending, reference: order.id.text, on: today,
        at: context.now)
}
