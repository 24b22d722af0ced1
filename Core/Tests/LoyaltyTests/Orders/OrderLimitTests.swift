import Testing

@testable import Loyalty

/// 100,000,000,000.00 is the largest amount of money, and a trillion the most points.
@Suite struct OrderLimitTests {
    @Test func `the largest order earns the most points, and one step more is refused`() throws {
        var books = ShopBooks(program: program { $0.pointsPerUnit = rate("10") })
        #expect(try books.record(order(total: "100000000000.00")).held.posted == .limit)
        var richer = ShopBooks(program: program { $0.pointsPerUnit = rate("10.0001") })
        #expect(throws: OrderRejection(.pointsMustBeBelowTheLimit, field: "total")) {
            try richer.record(order(total: "100000000000.00"))
        }
    }

    @Test(arguments: Rounding.allCases)
    func `the highest rate, multiplier and amount together are refused, not crashed on`(rounding: Rounding) throws {
        let program = program { program in
            program.pointsPerUnit = .limit
            program.rounding = rounding
            program.tiers.ladder = TierLadder([Tier(name: "All", threshold: money("0"), multiplier: .limit)])
        }
        var books = ShopBooks(program: program)
        #expect(throws: OrderRejection(.pointsMustBeBelowTheLimit, field: "total")) {
            try books.record(order(total: "100000000000.00"))
        }
    }

    @Test func `an account holds a trillion points, and no order lifts it above`() throws {
        var books = ShopBooks()
        try books.adjust(mia, by: .limit - Points(42))
        try books.record(order("A-1", total: "42.00"))
        #expect(books[mia].member.balance == .limit)
        #expect(throws: OrderRejection(.pointsMustBeBelowTheLimit, field: "total")) {
            try books.record(order("A-2", total: "1.00"))
        }
        try books.record(order("A-2", total: "0.99"))
    }

    @Test func `a member's spending reaches the limit, and no order lifts it above`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", total: "99999999999.99"))
        try books.record(order("A-2", total: "0.01"))
        #expect(throws: OrderRejection(.spendingMustBeBelowTheLimit, field: "total")) {
            try books.record(order("A-3", total: "0.01"))
        }
        try books.record(order("A-3", .pending, total: "0.01"))
    }

    @Test func `a large order may be sent again, refunded and corrected like any other`() throws {
        var books = ShopBooks(program: program { $0.pointsPerUnit = rate("8") })
        try books.record(order(revision: 1, total: "90000000000.00"))
        #expect(try books.record(order(revision: 1, total: "90000000000.00")).posting == nil)
        let refund = try books.record(order(revision: 2, total: "90000000000.00", refunded: "10000000000.00"))
        #expect(refund.held.posted == Points(640_000_000_000))
        #expect(try books.record(order("A-1", .returned, revision: 3, total: "90000000000.00")).held.posted == .zero)
    }

    @Test func `a line of the largest quantity and amount is halved exactly`() throws {
        let half = Int64.max / 2 + 1
        let line = line(.max, for: "100000000000.00", back: half)
        var books = ShopBooks(program: program { $0.pointsPerUnit = .one })
        let decision = try books.record(order(total: "100000000000.00", lines: [line]))
        #expect(decision.held.spending == Money.limit / 2)
    }

    @Test func `a thousand lines of the largest amount do not overflow`() {
        let lines = (1...1_000).map { line(1, for: "100000000000.00", back: 1, id: "\($0)") }
        #expect(throws: OrderRejection(.refundMustNotExceedTheTotal, field: "refunded_amount")) {
            var books = ShopBooks()
            try books.record(order(total: "100000000000.00", lines: lines))
        }
    }
}
