import Testing

@testable import Loyalty

@Suite struct TierChangeTests {
    @Test func `each change is one event, numbered, with its cause and its order`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", revision: 1, total: "499.99"))
        try books.record(order("A-2", revision: 1, total: "0.01"))
        try books.record(order("A-3", revision: 1, total: "5000.00"))
        try books.record(order("A-3", .returned, revision: 2, total: "5000.00"))
        let expected = [
            change(1, "bronze", "silver", .spending, "A-2"), change(2, "silver", "platinum", .spending, "A-3"),
            change(3, "platinum", "silver", .refund, "A-3"),
        ]
        #expect(books[mia].tierChanges == expected)
        #expect(books[mia].member.tierChangeCount == 3)
    }

    @Test func `an order of the past that changes nothing today is no event`() throws {
        var books = ShopBooks()
        #expect(try books.record(order(total: "5000.00", placed: "2023-06-01")).tierChanges.isEmpty)
        #expect(books[mia].member.tierKey == "bronze")
    }

    @Test func `entering the ladder is no change, rising on it is one`() throws {
        var books = ShopBooks(program: nil)
        #expect(try books.record(order("A-1", total: "1.00")).tierChanges.isEmpty)
        #expect(books[mia].member.tierKey == "")
        books.save { _ in }
        let changes = try books.record(order("A-2", total: "600.00")).tierChanges
        #expect(changes.map(\.from) == ["bronze"])
        #expect(changes.map(\.to) == ["silver"])
    }

    /// Gold by 2025's spending, held through 2026. Whatever order comes first in 2027 finds that the period has ended.
    @Test func `a fall that an order finds was not caused by the order`() throws {
        for total in ["0", "10.00"] {
            var books = ShopBooks(program: program { $0.expiry = .never })
            try books.record(order("A-1", total: "1500.00", placed: "2025-06-01"))
            #expect(books[mia].member.tierKey == "gold")
            books.today = day("2027-01-05")
            try books.record(order("A-2", total: total, placed: "2027-01-05"))
            let change = books[mia].tierChanges.last
            #expect(change?.to == "bronze")
            #expect(change?.cause == .review, "an order of \(total)")
        }
    }
}

private func change(
    _ number: Int64, _ from: String, _ to: String, _ cause: TierChange.Cause, _ reference: String
) -> TierChange {
    TierChange(number: number, from: from, to: to, cause: cause, reference: reference, at: noon(on: openingDay))
}
