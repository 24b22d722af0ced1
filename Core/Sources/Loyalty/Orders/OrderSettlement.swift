/// Posts for an order what its latest state deserves.
struct OrderSettlement {
    private(set) var settlement: Settlement
    private let deserved: Deserved

    /// - Parameter deserved: What the order's latest state deserves.
    init(of held: HeldOrder?, deserving deserved: Deserved) {
        settlement = Settlement(posted: held?.posted ?? .zero, shortfall: held?.shortfall ?? .zero)
        self.deserved = deserved
    }

    /// Posts the difference to what the order deserved before, as a credit or as a reversal.
    mutating func post(
        for order: Order, under terms: OrderTerms?, on ledger: inout MemberLedger, given context: OrderContext
    ) -> Posting? {
        guard let terms else { return nil }
        let due = settlement.due(for: deserved.points)
        guard due != .zero else { return nil }
        func draft(_ kind: EntryKind, _ description: String) -> EntryDraft {
            EntryDraft(
                kind: kind, reference: order.id.text, description: description, actor: context.actor,
                occurredAt: order.occurredAt ?? context.now, recordedAt: context.now,
                programVersion: terms.version.number, basisAmount: deserved.spending)
        }
        let posting =
            due > .zero
            ? ledger.credit(
                due, draft(.earnedPurchase, "Order \(order.id)"), lotTerms(of: order, under: terms, given: context))
            : ledger.takeBack(
                -due, of: order.id, terms.version.program.debtPolicy,
                draft(.reversedPurchase, "Taken back: order \(order.id)"))
        settlement.add(posting)
        return posting
    }

    private func lotTerms(of order: Order, under terms: OrderTerms, given context: OrderContext) -> LotTerms {
        LotTerms(
            orderID: order.id,
            availableAt: (order.occurredAt ?? context.now).adding(days: terms.version.program.pendingDays),
            earnedOn: context.days.occurred, by: terms.version)
    }
}
