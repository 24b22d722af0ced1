import Testing

@testable import Loyalty

@Suite struct EntriesOfOrdersTests {
    @Test func `an award and a refund, as they are written down`() throws {
        var books = ShopBooks()
        try books.record(
            order(
                revision: 1, total: "42.00", placed: "2026-10-30", updated: "2026-11-01",
                delivered: "2026-10-31T09:00:00Z"))
        books.today = day("2026-11-05")
        try books.record(
            order(revision: 2, total: "42.00", placed: "2026-10-30", updated: "2026-11-04", refunded: "12.00"))
        let expected = [
            entry(1, .earnedPurchase, 42, balance: 42, occurred: "2026-10-31T09:00:00Z", recorded: "2026-11-02"),
            entry(2, .reversedPurchase, -12, balance: 30, occurred: "2026-11-04", recorded: "2026-11-05"),
        ]
        #expect(books[mia].entries.map(\.withoutDescription) == expected)
        #expect(books[mia].entries.allSatisfy { $0.description.contains("A-1") })
    }

    @Test func `an order without any times occurred when it was recorded`() throws {
        var books = ShopBooks()
        let entry = try #require(try books.record(order(total: "42.00")).posting?.entry)
        #expect(entry.occurredAt == books.now)
        #expect(entry.recordedAt == books.now)
    }

    @Test func `expiry counts from the day the order occurred`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysAfterEarning(30) })
        let lot = try books.record(
            order(total: "42.00", placed: "2026-09-01", updated: "2026-10-15", delivered: "2026-10-01")
        ).posting?.opens
        #expect(lot?.expiresOn == day("2026-10-31"))
        #expect(lot?.earnedAt == instant("2026-10-01"))
        #expect(lot?.orderID == Identifier(trusted: "A-1"))
        #expect(lot?.points == Points(42))
        #expect(lot?.remaining == Points(42))
    }

    @Test func `each member counts from one`() throws {
        var books = ShopBooks()
        for (id, customer) in [("A-1", mia), ("A-2", juma), ("A-3", mia), ("A-4", amina)] {
            try books.record(order(id, by: customer, total: "1.00"))
        }
        #expect([mia, juma, amina].map { books[$0].entries.map(\.sequence) } == [[1, 2], [1], [1]])
    }

    @Test func `an order that earns nothing writes no entry`() throws {
        var books = ShopBooks()
        #expect(try books.record(order(total: "0.99")).posting == nil)
        #expect(books[mia].member.sequence == 0)
        #expect(books[mia].member.orderCount == 1)
    }
}

private func entry(
    _ sequence: Int64, _ kind: EntryKind, _ points: Int64, balance: Int64, occurred: String, recorded: String
) -> Entry {
    Entry(
        shopID: bakery.id, customerID: mia, sequence: sequence, kind: kind, points: Points(points),
        balanceAfter: Points(balance), reference: "A-1", description: "", actor: "key:till",
        occurredAt: instant(occurred), recordedAt: instant(recorded), programVersion: 1)
}

extension Entry {
    fileprivate var withoutDescription: Entry {
        Entry(
            shopID: shopID, customerID: customerID, sequence: sequence, kind: kind, points: points,
            balanceAfter: balanceAfter, reference: reference, description: "", actor: actor, occurredAt: occurredAt,
            recordedAt: recordedAt, programVersion: programVersion)
    }
}
