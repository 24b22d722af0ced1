import Testing

@testable import Loyalty

/// A refund is an undo, not a fall: the tier ends as if the order had never been larger.
@Suite struct RefundedTierTests {
    @Test(arguments: FallPolicy.allCases)
    func `a refund lowers the tier at once, under any fall policy`(fall: FallPolicy) throws {
        for period in TierPeriod.allCases {
            var books = ShopBooks(
                program: program { program in
                    program.tiers.period = period
                    program.tiers.fall = fall
                    program.tiers.graceDays = 30
                })
            let rise = try books.record(order(revision: 1, total: "1500.00", placed: "2026-10-30"))
            #expect(rise.tierChanges.last?.to == "gold")
            let undo = try books.record(order(revision: 2, total: "1500.00", placed: "2026-10-30", refunded: "0.01"))
            #expect(undo.tierChanges.last?.from == "gold", "\(period)")
            #expect(undo.tierChanges.last?.to == "silver", "\(period)")
            #expect(undo.tierChanges.last?.cause == .refund, "\(period)")
        }
    }

    @Test func `a refund of last year's order lowers what was carried over`() throws {
        for (fall, before, after) in [
            (FallPolicy.recompute, "gold", "silver"), (.oneStep, "gold", "silver"), (.never, "gold", "silver"),
        ] {
            var books = ShopBooks(program: program { $0.tiers.fall = fall })
            try books.record(order("A-1", revision: 1, total: "1000.00", placed: "2025-06-01"))
            try books.record(order("A-2", total: "500.00", placed: "2025-07-01"))
            #expect(books[mia].member.tierKey == before, "\(fall)")
            try books.record(order("A-1", revision: 2, total: "1000.00", placed: "2025-06-01", refunded: "300.00"))
            #expect(books[mia].member.tierKey == after, "\(fall)")
            try books.record(order("A-1", .returned, revision: 3, total: "1000.00", placed: "2025-06-01"))
            #expect(books[mia].member.tierKey == "silver", "500.00 remain, \(fall)")
            try books.record(order("A-2", .cancelled, total: "500.00", placed: "2025-07-01"))
            #expect(books[mia].member.tierKey == "bronze", "\(fall)")
        }
    }

    @Test func `a refund of this year's order does not touch what last year's gave`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", total: "1500.00", placed: "2025-06-01"))
        try books.record(order("A-2", revision: 1, total: "5000.00", placed: "2026-06-01"))
        #expect(books[mia].member.tierKey == "platinum")
        try books.record(order("A-2", .returned, revision: 2, total: "5000.00", placed: "2026-06-01"))
        #expect(books[mia].member.tierKey == "gold")
    }

    /// Gold of 2025 falls by one step after the grace days of 2027; a refund while it lasts leaves what remains.
    @Test func `a refund in the days of grace leaves what the rest would have kept`() throws {
        var books = ShopBooks(
            program: program { program in
                program.tiers.fall = .oneStep
                program.tiers.graceDays = 30
            })
        try books.record(order("A-1", revision: 1, total: "1000.00", placed: "2025-06-01"))
        try books.record(order("A-2", total: "500.00", placed: "2025-07-01"))
        books.today = day("2027-01-15")
        try books.record(order("B-1", total: "0", placed: "2027-01-15"))
        #expect(books[mia].member.tierKey == "gold", "in grace")
        try books.record(order("A-1", .returned, revision: 2, total: "1000.00", placed: "2025-06-01"))
        #expect(books[mia].member.tierKey == "silver", "500.00 remain: silver of 2025, in grace")
        #expect(books[mia].tierChanges.last?.cause == .refund)
        books.today = day("2027-01-31")
        try books.record(order("B-2", total: "0", placed: "2027-01-31"))
        #expect(books[mia].member.tierKey == "bronze", "one step below silver")
        #expect(books[mia].tierChanges.last?.cause == .review)
    }
}
