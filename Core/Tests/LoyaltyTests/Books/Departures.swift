@testable import Loyalty

/// Who leaves the program, and who comes back.
extension ShopBooks {
    /// - Returns: `nil` where the member has left before.
    @discardableResult
    mutating func leave(_ customer: Customer.ID) throws(LeavingRejection) -> LeavingDecision? {
        open(customer)
        let books = self[customer]
        let live = books.redemptions.filter { $0.status(at: now) == .pending }
        let codes = live.map { redemption in
            LeavingContext.LiveCode(
                redemption: redemption, reward: rewards[redemption.rewardID] ?? coffee(),
                uses: books.uses[redemption.entrySequence] ?? [])
        }
        let decision = try decideLeaving(
            given: LeavingContext(
                member: books.member, history: books.history, lots: books.lots(returning: codes.flatMap(\.uses)),
                codes: codes, program: program, calendar: calendar, now: now, actor: customer.text))
        guard let decision else { return nil }
        self[customer].write(decision)
        for cancelled in decision.cancellations {
            moveStock(of: cancelled.redemption.rewardID, by: cancelled.stockChange)
        }
        return decision
    }

    /// Who has left joins again.
    mutating func join(_ customer: Customer.ID) {
        open(customer)
        var member = self[customer].member
        member.comeBack()
        self[customer].write(nil, leaving: member)
    }
}
