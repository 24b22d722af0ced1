import Testing

@testable import Loyalty

@Suite struct OrderSpendingTests {
    @Test func `spending is recorded on the order's own day`() throws {
        var books = ShopBooks()
        let decision = try books.record(
            order(total: "42.00", placed: "2026-10-30", updated: "2026-11-01", delivered: "2026-10-31"))
        #expect(decision.spending == [SpendingChange(day: day("2026-10-30"), minorUnits: 4_200)])
    }

    @Test func `a refund counts back on the same day, whenever it comes`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "42.00", placed: "2025-12-31"))
        let refund = try books.record(
            order(revision: 2, total: "42.00", placed: "2025-12-31", updated: "2026-10-31", refunded: "12.00"))
        #expect(refund.spending == [SpendingChange(day: day("2025-12-31"), minorUnits: -1_200)])
    }

    @Test func `spending moves when the day of the order is corrected`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "42.00", placed: "2026-10-30"))
        let moved = try books.record(order(revision: 2, total: "42.00", placed: "2025-10-30"))
        #expect(
            moved.spending == [
                SpendingChange(day: day("2026-10-30"), minorUnits: -4_200),
                SpendingChange(day: day("2025-10-30"), minorUnits: 4_200),
            ])
        #expect(moved.posting == nil)
        #expect(books[mia].history.sum(from: day("2026-01-01"), through: day("2026-12-31")) == 0)
        #expect(books[mia].history.sum(from: day("2025-01-01"), through: day("2025-12-31")) == 4_200)
        let undone = try books.record(order("A-1", .returned, revision: 3, total: "42.00", placed: "2024-10-30"))
        #expect(undone.spending == [SpendingChange(day: day("2025-10-30"), minorUnits: -4_200)])
    }

    @Test func `a moved day moves the tier with it`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "600.00", placed: "2026-10-30"))
        #expect(books[mia].member.tierKey == "silver")
        try books.record(order(revision: 2, total: "600.00", placed: "2024-10-30"))
        #expect(books[mia].member.tierKey == "bronze")
    }

    @Test func `only what earns by the program's basis is spending`() throws {
        var books = ShopBooks(program: program { $0.earningBasis = .goodsOnly })
        #expect(try books.record(order(total: "100.00", shipping: "20.00", tax: "16.00")).held.spending == 6_400)
    }

    @Test func `orders are counted while they qualify`() throws {
        var books = ShopBooks()
        let counts = try [
            order("A-1", .paid, revision: 1, total: "42.00"), order(revision: 2, total: "42.00"),
            order(revision: 3, total: "42.00", refunded: "41.99"),
            order(revision: 4, total: "42.00", refunded: "42.00"),
            order(revision: 5, total: "42.00"), order("A-1", .cancelled, revision: 6, total: "42.00"),
            order("A-2", total: "1.00"),
        ].map { state in
            try books.record(state)
            return books[mia].member.orderCount
        }
        #expect(counts == [0, 1, 1, 0, 1, 0, 1])
    }

    @Test func `two customers and two shops never meet`() throws {
        var bakeryBooks = ShopBooks()
        var bookshopBooks = ShopBooks(bookshop, program: .standard(in: usd))
        try bakeryBooks.record(order("A-1", total: "42.00"))
        try bakeryBooks.record(order("A-2", by: juma, total: "8.00"))
        let entry = try bookshopBooks.record(order("A-1", total: "19.99", in: usd)).posting?.entry
        #expect(entry?.shopID == bookshop.id)
        #expect(bakeryBooks[mia].member.balance == Points(42))
        #expect(bakeryBooks[juma].member.balance == Points(8))
        #expect(bookshopBooks[mia].member.balance == Points(19))
    }
}
