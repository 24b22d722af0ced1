extension AuditFindings {
    /// Proves that each order has posted what it deserves, and that its spending counts as it should.
    mutating func auditOrders(of member: Member, in records: AuditRecords, given context: AuditContext) {
        var posted = PostedPoints(of: records.orders)
        for audited in records.entries where audited.entry.kind.isOfOrder {
            guard posted.add(audited.entry) else {
                add(
                    .entryMustNameOrder, "entry \(audited.entry.sequence)",
                    "its order \(audited.entry.reference) is missing")
                continue
            }
        }
        var unexplained: [Day: Int64] = [:]
        for (held, points) in zip(records.orders, posted.points) {
            compare(
                "posted_points", held.posted.count, to: points, .postedMustMatchEntries, "order \(held.order.id)")
            auditOrder(held, given: context)
            unexplained[held.spendingOn, default: 0] &+= held.spending
        }
        for (day, minorUnits) in records.spending { unexplained[day, default: 0] &-= minorUnits }
        if let (day, amount) = unexplained.filter({ $0.value != 0 }).min(by: { $0.key < $1.key }) {
            add(.spendingMustMatchOrders, "spending_day \(day)", "the orders come to \(amount) more")
        }
        let counted = Int64(records.orders.count(where: \.isCounted))
        compare("order_count", member.orderCount, to: counted, .orderCountMustMatchOrders)
    }

    private mutating func auditOrder(_ held: HeldOrder, given context: AuditContext) {
        var row: String { "order \(held.order.id)" }
        guard held.isReckonable else { return add(.orderMustBePossible, row, "a number is out of all limits") }
        do {
            try validateOrder(held.order, in: context.shop)
            let deserved = try deserved(by: held.order, under: held.terms, in: context.shop)
            compare(
                "posted_points less shortfall_points", held.posted.count &- held.shortfall.count,
                to: deserved.points.count, .postedMustBeDeserved, row)
            if held.shortfall < .zero { add(.postedMustBeDeserved, row, "shortfall_points are below zero") }
            compare("spending_amount", held.spending, to: deserved.spending, .spendingMustBeDeserved, row)
            compare("is_counted", held.isCounted, to: deserved.isCounted, .spendingMustBeDeserved, row)
        } catch {
            add(.orderMustBePossible, row, error.sentence)
        }
        if let placedAt = held.order.placedAt, !held.spendingOn.isAnywhere(at: placedAt) {
            add(.spendingDayMustFitTime, row, "spending_on is no day of its placed_at")
        }
        guard let terms = held.terms else { return }
        let tier = terms.version.program.tiers.ladder.tiers.first { $0.key == terms.tierKey }
        compare("terms_multiplier", terms.multiplier, to: tier?.multiplier, .termsMustBeOfVersion, row)
    }
}

/// The points that entries have posted for a member's orders, order by order.
private struct PostedPoints {
    private(set) var points: [Int64]
    private var places: [Order.ID: Int] = [:]

    init(of orders: [HeldOrder]) {
        points = Array(repeating: 0, count: orders.count)
        places.reserveCapacity(orders.count)
        for (place, held) in orders.enumerated() { places[held.order.id] = place }
    }

    /// - Returns: Whether there is an order of that id.
    mutating func add(_ entry: Entry) -> Bool {
        guard let place = places[Order.ID(trusted: entry.reference)] else { return false }
        points[place] &+= entry.points.count
        return true
    }
}

extension EntryKind {
    fileprivate var isOfOrder: Bool { self == .earnedPurchase || self == .reversedPurchase }
}
