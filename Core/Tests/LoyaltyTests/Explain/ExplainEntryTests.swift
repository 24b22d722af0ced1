import Testing

@testable import Loyalty

@Suite struct ExplainEntryTests {
    @Test func `an award, a refund, a correction and the end of an order explain themselves`() throws {
        var books = ShopBooks(program: program { $0.minimumSpend = money("20.00") })
        var explained: [EntryExplanation] = []
        for (revision, refunded) in [(1, "0"), (2, "12.50"), (3, "10.00"), (4, "25.00"), (5, "0"), (6, "42.00")] {
            let before = books[mia].orders.values.first?.posted ?? .zero
            let decision = try books.record(order(revision: Int64(revision), total: "42.00", refunded: refunded))
            explained.append(explain(try #require(decision.posting), of: decision.held, after: before, in: books))
        }
        #expect(
            explained.map(\.rule) == [
                .earned, .refunded, .correctedUpwards, .belowMinimumSpend, .earned, .nothingLeft,
            ])
        #expect(explained.map(\.difference) == [42, -13, 3, -32, 42, -42].map { Points($0) })
        #expect(explained.map(\.notTaken) == Array(repeating: .zero, count: 6))
        #expect(explained[1].calculation?.product.description == "29.5")
        #expect(
            explained[1].forOwner
                == "Order A-1 by version 1: 29.50 KES × 1 × 1 (Bronze) = 29.5, rounded down to 29; "
                + "42 were posted before, so -13 were. It took 13 of lot 1.")
        #expect(explained[0].forCustomer == "You earned 42 points with order A-1, good through 2027-11-02.")
    }

    @Test func `what could not be taken back is told`() throws {
        var books = ShopBooks(program: program { $0.debtPolicy = .withinBalance })
        try books.record(order(revision: 1, total: "80.00"))
        books.offer(coffee())
        try books.redeem(coffee(), by: mia)
        let decision = try books.record(order("A-1", .returned, revision: 2, total: "80.00"))
        let explanation = explain(try #require(decision.posting), of: decision.held, after: Points(80), in: books)
        #expect(explanation.difference == Points(-80) && explanation.notTaken == Points(60))
    }

    @Test func `every kind of entry explains itself`() {
        for kind in EntryKind.allCases {
            let entry = Entry(
                shopID: bakery.id, customerID: mia, sequence: 1, kind: kind, points: Points(5), balanceAfter: Points(5),
                reference: "R-1", description: "What it was", actor: "amina", occurredAt: noon(on: openingDay),
                recordedAt: noon(on: openingDay), programVersion: nil)
            let explanation = explainEntry(
                EntryContext(
                    entry: entry, basisAmount: nil, order: nil, postedBefore: .zero, opened: nil, taken: []))
            #expect(explanation.forCustomer.contains("5 points"), "\(kind)")
            #expect(explanation.forOwner.hasSuffix("."), "\(kind)")
            #expect(explanation.calculation == nil)
            #expect((explanation.rule == .expiryUndone) == (kind == .expired), "points that lapse are below zero")
        }
    }
}

private func explain(
    _ posting: Posting, of held: HeldOrder, after before: Points, in books: ShopBooks
) -> EntryExplanation {
    let taken = posting.uses.compactMap { use in books[mia].lots[use.lotSequence].map { (use: use, lot: $0) } }
    return explainEntry(
        EntryContext(
            entry: posting.entry, basisAmount: posting.basisAmount, order: held, postedBefore: before,
            opened: posting.opens, taken: taken))
}
