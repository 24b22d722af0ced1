extension Books {
    /// Files an order's new state: what it deserves now, less what it got so far, is posted.
    mutating func record(_ sent: Purchase, at now: Int64) throws(Refusal) -> Answer {
        try sent.check(in: currency, on: day(of: now))
        let held = purchases[sent.id]
        if let held, held.purchase.customer != sent.customer { throw Refusal("order_must_keep_its_customer") }
        let purchase = guestOrders[sent.id].map { sent.overtaken(by: $0) } ?? sent
        bringUpToDate(purchase.customer, at: now)
        if let held, purchase.isStale(after: held.purchase) { return .accepted }
        let occurredAt = purchase.occurredAt ?? now
        let ownDay = purchase.placedAt.map(day) ?? held?.day ?? day(of: occurredAt)
        if members[purchase.customer] == nil {
            enrol(purchase.customer, joinedOn: ownDay, occurredAt: occurredAt, at: now)
        }
        people[purchase.customer, default: Person()].learn(sent.contact)
        guestOrders[sent.id] = nil
        var filed = held ?? Filed(purchase: purchase, day: ownDay)
        filed.purchase = purchase.placed(after: held?.purchase)
        filed.day = ownDay
        filed.terms = held?.terms ?? newTerms(for: purchase, on: ownDay)
        let due = deserved(by: filed)
        filed.spending = due.spending
        filed.isCounted = due.isCounted
        // An order that never counted before and counts now brings back whoever left.
        let isFirst = due.isCounted && held?.isCounted != true
        if isFirst, held?.terms == nil { members[purchase.customer]?.hasLeft = false }
        let firstBefore = firstOrder(of: purchase.customer)?.id
        let points = post(due.points, for: &filed, occurredAt: occurredAt, at: now)
        if isFirst || (due.isCounted && purchase.occurredAt != nil) {
            touch(purchase.customer, on: day(of: occurredAt))
        }
        file(filed)
        settleTier(of: purchase.customer, at: now)
        settleInvitation(of: purchase.customer, after: purchase.id, was: firstBefore, at: now)
        return Answer(points: points)
    }

    private mutating func file(_ filed: Filed) {
        let (order, customer) = (filed.purchase.id, filed.purchase.customer)
        if purchases.updateValue(filed, forKey: order) == nil { orders[customer, default: []].append(order) }
    }

    /// An order takes its terms when it first qualifies while a program is active. The tier is that of the order's own
    /// day, before the order itself.
    private func newTerms(for purchase: Purchase, on ownDay: Int) -> Terms? {
        guard let rules, rules.isActive, Rules.qualifies(purchase.status, onPayment: rules.earnsOnPayment) else {
            return nil
        }
        let rank = rank(of: purchase.customer, on: ownDay, except: purchase.id)
        return version.map { Terms(version: $0, multiplier: rules.ladder[rank].multiplier) }
    }

    /// What an order comes to in its latest state.
    private func deserved(by filed: Filed) -> (points: Int64, spending: Int64, isCounted: Bool) {
        let (purchase, rules) = (filed.purchase, filed.terms?.version.rules)
        guard Rules.qualifies(purchase.status, onPayment: rules?.earnsOnPayment ?? false) else {
            return (0, 0, false)
        }
        var basis = purchase.total
        if rules?.countsGoodsOnly == true { basis -= purchase.shipping + purchase.tax }
        let remaining = max(0, basis - purchase.givenBack)
        let spending = purchase.converted(remaining, unit: unit)
        let isCounted = remaining > 0 || purchase.givenBack == 0
        guard let terms = filed.terms, spending >= terms.version.rules.minimumSpend else {
            return (0, spending, isCounted)
        }
        return (terms.version.rules.points(for: spending, times: terms.multiplier, unit: unit), spending, isCounted)
    }

    /// Posts the difference.
    /// - Returns: The points that were moved.
    private mutating func post(_ deserved: Int64, for filed: inout Filed, occurredAt: Int64, at now: Int64) -> Int64 {
        let customer = filed.purchase.customer
        var difference = deserved - (filed.posted - filed.shortfall)
        guard let version = filed.terms?.version, difference != 0, var member = members[customer] else { return 0 }
        let before = member.balance
        if difference > 0 {
            let setOff = min(difference, filed.shortfall)
            filed.shortfall -= setOff
            difference -= setOff
            if difference > 0 {
                member.credit(
                    Member.Credit(
                        order: filed.purchase.id, earnedAt: occurredAt, earnedOn: day(of: occurredAt),
                        creditedOn: day(of: now),
                        availableAt: occurredAt + Int64(version.rules.pendingDays) * Calendar.day,
                        life: version.life(from: day(of: occurredAt)), left: difference), .earned)
                member.activeOn = max(member.activeOn, day(of: occurredAt))
            }
            filed.posted += difference
        } else {
            let missing = member.takeBack(
                -difference, withinBalance: version.rules.isWithinBalance
            ) { _, credit in credit.order == filed.purchase.id }
            filed.shortfall += missing
            filed.posted += difference + missing
        }
        members[customer] = member
        return member.balance - before
    }
}
