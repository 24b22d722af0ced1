/// What has been posted for an order, and what could not be taken back: together they come to what it deserves.
struct OrderSettlement {
    private(set) var posted: Points
    private(set) var shortfall: Points
    private let difference: Points
    /// `Q` of the latest state, in minor units of the shop's currency.
    private let basisAmount: Int64

    /// - Parameter deserved: What the order's latest state deserves.
    init(of held: HeldOrder?, deserving deserved: Deserved) {
        posted = held?.posted ?? .zero
        shortfall = held?.shortfall ?? .zero
        difference = deserved.points - (posted - shortfall)
        basisAmount = deserved.spending
    }

    /// Posts the difference to what the order deserved before, as a credit or as a reversal.
    mutating func post(
        for order: Order, under terms: OrderTerms?, on ledger: inout MemberLedger, given context: OrderContext
    ) -> Posting? {
        guard difference != .zero, let terms else { return nil }
        if difference < .zero { return takeBack(for: order, under: terms, on: &ledger, given: context) }
        let setOff = min(difference, shortfall)
        shortfall -= setOff
        guard difference > setOff else { return nil }
        let draft = draft(.earnedPurchase, "Order \(order.id)", for: order, under: terms, given: context)
        let lot = LotTerms(
            orderID: order.id, availableAt: draft.occurredAt.adding(days: terms.version.program.pendingDays),
            earnedOn: context.days.occurred, by: terms.version)
        posted += difference - setOff
        return ledger.credit(difference - setOff, draft, lot)
    }

    private mutating func takeBack(
        for order: Order, under terms: OrderTerms, on ledger: inout MemberLedger, given context: OrderContext
    ) -> Posting {
        let draft = draft(.reversedPurchase, "Taken back: order \(order.id)", for: order, under: terms, given: context)
        let posting = ledger.takeBack(-difference, of: order.id, terms.version.program.debtPolicy, draft)
        posted += posting.entry.points
        shortfall += posting.shortfall
        return posting
    }

    private func draft(
        _ kind: EntryKind, _ description: String, for order: Order, under terms: OrderTerms, given context: OrderContext
    ) -> EntryDraft {
        EntryDraft(
            kind: kind, reference: order.id.text, description: description, actor: context.actor,
            occurredAt: order.occurredAt ?? context.now, recordedAt: context.now,
            programVersion: terms.version.number, basisAmount: basisAmount)
    }
}
