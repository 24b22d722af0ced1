extension AuditFindings {
    /// Proves that each order has posted what it deserves, and that its spending counts as it should.
    mutating func auditOrders(of member: Member, in records: AuditRecords, given context: AuditContext) {
        var posted = PostedPoints(of: records.orders)
        for place in records.entries.indices where records.entries[place].entry.kind.isOfOrder {
            guard posted.add(records.entries[place].entry) else {
                let entry = records.entries[place].entry
                add(.entryMustNameOrder, "entry \(entry.sequence)", "its order \(entry.reference) is missing")
                continue
            }
        }
        for place in records.orders.indices {
            compare(
                "posted_points", records.orders[place].posted.count, to: posted.points[place],
                .postedMustMatchEntries, "order \(records.orders[place].order.id)")
            auditOrder(records.orders[place], given: context)
        }
        auditSpending(in: records)
        let counted = Int64(records.orders.count(where: \.isCounted))
        compare("order_count", member.orderCount, to: counted, .orderCountMustMatchOrders)
    }

    /// The spending of each day is that of its orders.
    private mutating func auditSpending(in records: AuditRecords) {
        var missing = records.spending.map { -$0.minorUnits }
        var unknown: [Day: Int64] = [:]
        for place in records.orders.indices {
            let (day, amount) = (records.orders[place].spendingOn, records.orders[place].spending)
            if let place = records.place(ofSpendingOn: day) {
                missing[place] &+= amount
            } else {
                unknown[day, default: 0] &+= amount
            }
        }
        for (spending, amount) in zip(records.spending, missing) where amount != 0 { unknown[spending.day] = amount }
        if let (day, amount) = unknown.filter({ $0.value != 0 }).min(by: { $0.key < $1.key }) {
            add(.spendingMustMatchOrders, "spending_day \(day)", "the orders come to \(amount) more")
        }
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
