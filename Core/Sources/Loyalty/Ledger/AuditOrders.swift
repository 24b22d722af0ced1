extension AuditFindings {
    /// Proves that each order has posted what it deserves, and that its spending counts as it should.
    mutating func auditOrders(of member: Member, in records: AuditRecords, given context: AuditContext) {
        var posted = PostedPoints(of: records.orders)
        for place in records.entries.indices where records.entries[place].entry.kind.isOfOrder {
            guard let order = posted.add(records.entries[place].entry) else {
                let entry = records.entries[place].entry
                add(.entryMustNameOrder, "entry \(entry.sequence)", "its order \(entry.reference) is missing")
                continue
            }
            auditBasis(of: records.entries[place], posting: posted.points[order], for: records.orders[order], context)
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

    /// After each entry of an order, what was posted is what its basis of then earned; but for what could not be taken
    /// under the policy `within_balance`, which is not known entry by entry.
    private mutating func auditBasis(
        of audited: AuditEntry, posting posted: Int64, for held: HeldOrder, _ context: AuditContext
    ) {
        guard let basis = audited.basisAmount, let terms = held.terms, held.isReckonable, !context.mayFallShort else {
            return
        }
        guard (0...Money.limit).contains(basis) else {
            return add(.postedMustFitBasis, "entry \(audited.entry.sequence)", "basis_amount is out of all limits")
        }
        let program = terms.version.program
        let isEnough = basis >= program.minimumSpend.minorUnits
        let earned = isEnough ? program.earned(for: basis, by: terms.multiplier) : .zero
        compare(
            "what its order has posted", posted, to: earned?.count, .postedMustFitBasis,
            "entry \(audited.entry.sequence)")
    }

    /// The spending of each day is that of its orders.
    private mutating func auditSpending(in records: AuditRecords) {
        var missing = records.spending.map { 0 &- $0.minorUnits }
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
    private let ids: [Order.ID]
    /// The order that comes next, as long as each was posted once and in its turn, as most are.
    private var next = 0
    /// Where each order stands; made when the first one is met out of its turn.
    private var places: [Order.ID: Int] = [:]

    init(of orders: [HeldOrder]) {
        points = Array(repeating: 0, count: orders.count)
        ids = orders.map(\.order.id)
    }

    /// - Returns: The place of the order of that id; `nil` where there is none.
    mutating func add(_ entry: Entry) -> Int? {
        guard let place = place(of: Order.ID(trusted: entry.reference)) else { return nil }
        points[place] &+= entry.points.count
        return place
    }

    private mutating func place(of id: Order.ID) -> Int? {
        if next < ids.count, ids[next] == id {
            next += 1
            return next - 1
        }
        if places.isEmpty {
            places = Dictionary(zip(ids, ids.indices)) { _, last in last }
        }
        return places[id]
    }
}

extension EntryKind {
    fileprivate var isOfOrder: Bool { self == .earnedPurchase || self == .reversedPurchase }
}

extension Program {
    /// - Returns: `nil` for more points than any order can earn.
    fileprivate func earned(for minorUnits: Int64, by multiplier: Rate) -> Points? {
        do { return try points(for: minorUnits, program: self, multiplier: multiplier) } catch { return nil }
    }
}

extension AuditContext {
    /// Whether some version lets a refund take less than it should.
    fileprivate var mayFallShort: Bool { versions.contains { $0.program.debtPolicy == .withinBalance } }
}
