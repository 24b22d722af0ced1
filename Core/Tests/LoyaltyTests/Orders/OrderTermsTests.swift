import Testing

@testable import Loyalty

@Suite struct OrderTermsTests {
    @Test func `terms are taken when the order first qualifies, and kept for good`() throws {
        var books = ShopBooks()
        #expect(try books.record(order("A-1", .paid, revision: 1, total: "100.00")).held.terms == nil)
        let first = try books.record(order(revision: 2, total: "100.00"))
        #expect(first.held.terms == OrderTerms(version: version(1, of: program()), tierKey: "bronze", multiplier: .one))
        books.save { program in
            program.pointsPerUnit = rate("10")
            program.minimumSpend = money("90.00")
            program.rounding = .up
        }
        let refunded = try books.record(order(revision: 3, total: "100.00", refunded: "40.50"))
        #expect(refunded.held.terms == first.held.terms)
        #expect(refunded.held.posted == Points(59))
        #expect(refunded.posting?.entry.programVersion == 1)
        #expect(try books.record(order("A-2", total: "100.00")).held.posted == Points(1_000))
    }

    @Test func `a tier that rose since does not change what an order earns`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "100.00"))
        try books.record(order("A-2", total: "2000.00"))
        #expect(books[mia].member.tierKey == "gold")
        let corrected = try books.record(order(revision: 2, total: "140.00"))
        #expect(corrected.held.posted == Points(140))
        #expect(corrected.held.terms?.tierKey == "bronze")
    }

    @Test func `the tier is the one before the order's own upgrade`() throws {
        var books = ShopBooks()
        #expect(try books.record(order("A-1", total: "600.00")).held.posted == Points(600))
        #expect(books[mia].member.tierKey == "silver")
        #expect(try books.record(order("A-2", total: "100.00")).held.posted == Points(125))
    }

    @Test func `an order that was spending before it took terms does not count towards its own tier`() throws {
        var books = ShopBooks(program: nil)
        try books.record(order(revision: 1, total: "600.00"))
        #expect(books[mia].history.total == 60_000)
        books.save { _ in }
        #expect(try books.record(order(revision: 2, total: "600.00")).held.posted == Points(600))
    }

    @Test func `the multiplier is that of the order's own day`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", total: "500.00", placed: "2026-03-10"))
        try books.record(order("A-2", total: "1000.00", placed: "2026-06-10"))
        for (id, placed, points) in [
            ("B-1", "2025-12-31", 100), ("B-2", "2026-03-09", 100), ("B-3", "2026-03-11", 125),
            ("B-4", "2026-07-01", 150),
        ] {
            let decision = try books.record(order(id, total: "100.00", placed: placed))
            #expect(decision.held.posted == Points(Int64(points)), "\(placed)")
        }
    }

    @Test func `the day of an order that never says when it was placed is the one it was first known on`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", .paid, revision: 1, total: "100.00", updated: "2026-03-01"))
        try books.record(order("A-2", total: "600.00", placed: "2026-06-10"))
        let delivered = try books.record(order("A-1", revision: 2, total: "100.00", updated: "2026-07-01"))
        #expect(delivered.held.posted == Points(100))
        #expect(delivered.held.spendingOn == day("2026-03-01"))
    }

    @Test func `an order that qualified while no program was active takes terms when it is processed again`() throws {
        for isMissing in [true, false] {
            var books = ShopBooks(program: isMissing ? nil : program { $0.isActive = false })
            let first = try books.record(order(revision: 1, total: "42.00"))
            #expect(first.held.terms == nil)
            #expect(first.posting == nil)
            #expect(first.held.spending == 4_200)
            #expect(books[mia].member.orderCount == 1)
            books.save { $0.isActive = true }
            let again = try books.record(order(revision: 1, total: "42.00"))
            #expect(again.held.terms?.version.number == (isMissing ? 1 : 2))
            #expect(again.held.posted == Points(42))
            #expect(again.spending == [], "it was counted before")
            #expect(books[mia].member.orderCount == 1)
        }
    }

    @Test func `terms are kept also when they give nothing`() throws {
        var books = ShopBooks(program: program { $0.minimumSpend = money("50.00") })
        let first = try books.record(order(revision: 1, total: "42.00"))
        #expect(first.held.terms?.version.number == 1)
        #expect(first.posting == nil)
        books.save { program in
            program.minimumSpend = money("0")
            program.pointsPerUnit = rate("3")
        }
        #expect(try books.record(order(revision: 2, total: "42.00")).posting == nil)
        #expect(try books.record(order(revision: 3, total: "50.00")).held.posted == Points(50))
    }

    @Test func `switching the program off takes nothing back, and corrections go on by the terms`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "42.00"))
        books.save { $0.isActive = false }
        #expect(try books.record(order(revision: 1, total: "42.00")).posting == nil)
        #expect(try books.record(order(revision: 2, total: "52.00")).held.posted == Points(52))
        #expect(try books.record(order(revision: 3, total: "52.00", refunded: "20.00")).held.posted == Points(32))
        #expect(try books.record(order("A-2", total: "42.00")).posting == nil)
    }

    @Test func `an order that never qualified has no terms`() throws {
        var books = ShopBooks()
        for status in OrderStatus.allCases where status != .delivered {
            let decision = try books.record(order(status.rawValue, status, total: "42.00"))
            #expect(decision.held.terms == nil, "\(status)")
            #expect(decision.posting == nil, "\(status)")
            #expect(!decision.held.isCounted, "\(status)")
        }
        #expect(books[mia].member.balance == .zero)
    }
}
