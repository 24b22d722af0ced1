import Testing

@testable import Loyalty

@Suite struct ConsumptionTests {
    /// Six lots of ten points; the comments say in which place each is used.
    private func sixLots() throws -> ShopBooks {
        var books = ShopBooks()
        func credit(on text: String, _ expiry: PointsExpiry) throws {
            books.today = day(text)
            books.save { $0.expiry = expiry }
            try books.adjust(mia, by: Points(10))
        }
        try credit(on: "2026-11-02", .never)  // fifth
        try credit(on: "2026-11-03", .daysAfterEarning(30))  // second: until 3 December
        try credit(on: "2026-11-04", .daysAfterEarning(10))  // first: until 14 November
        try credit(on: "2026-11-05", .daysAfterEarning(28))  // third: until 3 December too, but younger
        try credit(on: "2026-11-06", .never)  // sixth
        try books.record(order(total: "10.00", delivered: "2026-10-01"))  // fourth: recorded last, but the oldest
        return books
    }

    @Test func `debits take the soonest expiry first, then the oldest, then what never expires`() throws {
        var books = try sixLots()
        let decision = try books.redeem(coffee { $0.cost = Points(55) }, by: mia)
        #expect(decision.posting.uses == uses([(3, 10), (2, 10), (4, 10), (6, 10), (1, 10), (5, 5)]))
    }

    @Test func `manual debits follow the same order`() throws {
        var books = try sixLots()
        #expect(try books.adjust(mia, by: Points(-12)).posting.uses == uses([(3, 10), (2, 2)]))
        #expect(try books.adjust(mia, by: Points(-9)).posting.uses == uses([(2, 8), (4, 1)]))
    }

    @Test func `a refund takes its own lot, then the others in that order`() throws {
        var books = try sixLots()
        try books.adjust(mia, by: Points(-31))
        let refund = try books.record(order("A-1", .returned, total: "10.00", delivered: "2026-10-01"))
        #expect(refund.posting?.uses == uses([(6, 9), (1, 1)]))
    }

    @Test func `a cancelled redemption returns to the same lots with the same expiry`() throws {
        var books = try sixLots()
        let before = books[mia].lots
        let redemption = try books.redeem(coffee { $0.cost = Points(35) }, by: mia).redemption
        #expect(books[mia].openLots.count == 3)
        books.today = books.today + 8
        let cancelled = try books.cancel(redemption)
        #expect(cancelled.posting.uses == uses([(3, -10), (2, -10), (4, -10), (6, -5)]))
        #expect(cancelled.posting.opens == nil)
        #expect(books[mia].lots == before)
        #expect(books[mia].findings(at: books.now) == [])
    }

    @Test func `what was used of a lot is recorded where a credit meets a debt`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", revision: 1, total: "50.00"))
        try books.adjust(mia, by: Points(-50))
        try books.record(order("A-1", .returned, revision: 2, total: "50.00"))
        let credit = try books.record(order("A-2", total: "70.00")).posting
        #expect(credit?.uses == uses([(4, 50)]))
        #expect(credit?.opens?.points == Points(70))
        #expect(credit?.opens?.remaining == Points(20))
    }
}

private func uses(_ uses: [(lot: Int64, points: Int64)]) -> [LotUse] {
    uses.map { LotUse(lotSequence: $0.lot, points: Points($0.points)) }
}
