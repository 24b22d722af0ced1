import Loyalty

/// A shop in memory: it hands decisions what they may look at, and writes down what they say.
struct ShopBooks {
    let shop: Shop
    var program: ProgramVersion?
    var today = openingDay
    private(set) var rewards: [Reward.ID: Reward] = [:]
    private(set) var members: [Customer.ID: MemberBooks] = [:]
    /// Who claimed to be invited by whom, oldest first.
    var referrals: [Referral] = []
    /// What is known of people, where a story says anything.
    var people: [Customer.ID: Customer] = [:]

    init(_ shop: Shop = bakery, program: Program? = .standard(in: kes)) {
        self.shop = shop
        self.program = program.map { version(of: $0) }
    }

    /// The hour that it is in the shop.
    var hour: Int64 = 12
    var calendar = UTCCalendar()

    var now: Instant { noon(on: today).adding(seconds: (hour - 12 - calendar.hoursAhead) * 3_600) }

    subscript(_ customer: Customer.ID) -> MemberBooks {
        get { members[customer] ?? MemberBooks(member(customer, of: shop, tier: program == nil ? "" : "bronze")) }
        set { members[customer] = newValue }
    }

    /// Saves the program as a new version.
    mutating func save(_ edit: (inout Program) throws -> Void) rethrows {
        var edited = program?.program ?? .standard(in: shop.currency)
        try edit(&edited)
        program = try! decideProgram(
            edited, after: program, holders: [:], on: today, at: now, by: amina.text)
    }

    mutating func offer(_ reward: Reward) { rewards[reward.id] = reward }

    @discardableResult
    mutating func record(_ order: Order) throws(OrderRejection) -> OrderDecision {
        open(order.customerID)
        let books = self[order.customerID]
        let occurred = order.occurredAt ?? now
        let days = OrderDays(order: (order.placedAt ?? occurred).utcDay, occurred: occurred.utcDay, today: today)
        let context = OrderContext(
            shop: shop, program: program, held: books.orders[order.id], member: books.member, history: books.history,
            lots: books.lots(for: order.id),
            lapsed: books.lapsed(of: { $0.orderID == order.id }, takenBackFor: order.id.text), days: days, now: now,
            actor: "key:till")
        let decision = try decideOrder(order, given: context)
        self[order.customerID].write(decision)
        if !decision.isStale { settleReferral(after: decision.held) }
        return decision
    }

    @discardableResult
    mutating func redeem(_ reward: Reward, by customer: Customer.ID) throws(RedemptionRejection) -> RedemptionDecision {
        open(customer)
        let books = self[customer]
        let context = RedemptionContext(
            program: program, reward: rewards[reward.id] ?? reward, member: books.member, lots: books.openLots,
            redemptionCount: redemptionCount(of: reward.id, by: customer), id: nextRedemptionID, now: now,
            actor: customer.text)
        let decision = try decideRedemption(given: context)
        self[customer].write(decision)
        moveStock(of: reward.id, by: decision.stockChange)
        return decision
    }

    @discardableResult
    mutating func cancel(_ redemption: Redemption) throws(RedemptionStateRejection) -> RedemptionDecision {
        open(redemption.customerID)
        let books = self[redemption.customerID]
        let uses = books.uses[redemption.entrySequence] ?? []
        let decision = try decideCancellation(
            of: redemption, reward: rewards[redemption.rewardID] ?? coffee(), member: books.member,
            lots: books.lots(returning: uses), uses: uses, program: program,
            calendar: calendar, now: now, actor: amina.text)
        self[redemption.customerID].write(decision)
        moveStock(of: redemption.rewardID, by: decision.stockChange)
        return decision
    }

    @discardableResult
    mutating func use(_ redemption: Redemption) throws(RedemptionStateRejection) -> CodeUseDecision {
        open(redemption.customerID)
        let decision = try decideCodeUse(
            of: redemption, reward: rewards[redemption.rewardID] ?? coffee(),
            member: self[redemption.customerID].member, order: nil, program: program, today: today, now: now,
            actor: amina.text)
        self[redemption.customerID].write(decision)
        return decision
    }

    @discardableResult
    mutating func adjust(
        _ customer: Customer.ID, by points: Points, because reason: String = "Goodwill"
    ) throws(AdjustmentRejection) -> AdjustmentDecision {
        open(customer)
        let books = self[customer]
        let decision = try decideAdjustment(
            of: points, reason: reason, to: books.member, lots: books.openLots, program: program, today: today,
            now: now, actor: amina.text)
        self[customer].write(decision)
        return decision
    }

    /// The scheduled work, for one member.
    mutating func upkeep(_ customer: Customer.ID) {
        self[customer].keepUp(under: program, in: calendar, at: now)
    }

    /// Sets points aside as a hold would that has no end; fewer than none let go of them.
    mutating func reserve(_ points: Points, of customer: Customer.ID) {
        open(customer)
        self[customer].reserve(points)
    }

    /// Whatever is done for a member, what is due comes first.
    mutating func open(_ customer: Customer.ID) {
        guard let member = members[customer]?.member, member.mayBeDue(on: today) else { return }
        upkeep(customer)
    }

    /// Live and used redemptions, and live holds.
    func redemptionCount(of reward: Reward.ID, by customer: Customer.ID) -> Int64 {
        let redemptions = self[customer].redemptions.count { redemption in
            redemption.rewardID == reward && ![.cancelled, .expired].contains(redemption.status(at: now))
        }
        let holds = self[customer].holds.values.count { $0.rewardID == reward && $0.status(at: now) == .live }
        return Int64(redemptions + holds)
    }

    var nextRedemptionID: Redemption.ID {
        Identifier(trusted: "R-\(members.values.map(\.redemptions.count).reduce(1, +))")
    }

    mutating func moveStock(of reward: Reward.ID, by change: Int64) {
        rewards[reward]?.redeemedCount += change
    }
}
