import Loyalty

/// What checkouts hold, and what becomes of it when time goes by.
extension ShopBooks {
    @discardableResult
    mutating func hold(_ id: String, of points: Points, by customer: Customer.ID) throws -> HoldDecision {
        open(customer)
        let books = self[customer]
        let decision = try decideHold(of: points, by: books.member, lots: books.openLots, terms(id, books))
        self[customer].write(decision)
        return decision
    }

    @discardableResult
    mutating func hold(_ id: String, of reward: Reward, by customer: Customer.ID) throws -> HoldDecision {
        open(customer)
        let books = self[customer]
        let decision = try decideHold(
            of: rewards[reward.id] ?? reward, by: books.member, lots: books.openLots,
            redemptionCount: redemptionCount(of: reward.id, by: customer), ladder: program?.program.tiers.ladder,
            terms(id, books))
        self[customer].write(decision)
        moveStock(of: reward.id, by: 1)
        return decision
    }

    @discardableResult
    mutating func confirm(
        _ id: String, of customer: Customer.ID, _ points: Points? = nil, order: Order.ID? = nil
    ) throws -> HoldConfirmationDecision? {
        open(customer)
        let books = self[customer]
        guard let hold = books.holds[Identifier(trusted: id)] else { throw HoldRejection.holdMustExist }
        let decision = try decideConfirmation(
            given: HoldConfirmationContext(
                hold: hold, reward: hold.rewardID.flatMap { rewards[$0] }, points: points, order: order,
                member: books.member, lots: books.openLots, program: program, redemptionID: nextRedemptionID, now: now,
                actor: "key:till"))
        if let decision { self[customer].write(decision) }
        return decision
    }

    @discardableResult
    mutating func release(_ id: String, of customer: Customer.ID) throws -> HoldDecision? {
        open(customer)
        guard let hold = self[customer].holds[Identifier(trusted: id)] else { throw HoldRejection.holdMustExist }
        let decision = try decideRelease(of: hold, by: self[customer].member, now: now, actor: "key:till")
        guard let decision else { return nil }
        self[customer].write(decision)
        if let reward = hold.rewardID { moveStock(of: reward, by: -1) }
        return decision
    }

    @discardableResult
    mutating func expire(_ redemption: Redemption) throws -> CodeExpiryDecision {
        let books = self[redemption.customerID]
        let uses = books.uses[redemption.entrySequence] ?? []
        let decision = try decideCodeExpiry(
            of: redemption, reward: rewards[redemption.rewardID] ?? coffee(), member: books.member,
            lots: books.lots(returning: uses), uses: uses, in: calendar, now: now)
        self[redemption.customerID].write(decision)
        moveStock(of: redemption.rewardID, by: decision.stockChange)
        return decision
    }

    private func terms(_ id: String, _ books: MemberBooks) throws(HoldRejection) -> HoldTerms {
        try HoldTerms(
            id: Identifier(trusted: id), reference: "", seconds: HoldTerms.secondsStandard,
            beside: books.holds.values.count { $0.status(at: now) == .live }, at: now, by: "key:till")
    }
}
