import Testing

@testable import Loyalty

@Suite struct StaleOrderTests {
    @Test func `a state is stale by its revision, or by its time of update where one has no revision`() throws {
        for row in rows(
            """
            held rev  held updated  new rev  new updated  stale
            3         -             2        -            yes
            3         -             3        -            no
            3         -             4        -            no
            3         10:00         2        11:00        yes
            3         10:00         4        09:00        no
            -         10:00         -        09:59        yes
            -         10:00         -        10:00        no
            -         10:00         -        10:01        no
            3         10:00         -        09:59        yes
            3         10:00         -        10:01        no
            -         10:00         3        09:59        yes
            -         10:00         3        10:01        no
            -         -             -        -            no
            3         -             -        10:00        no
            """
        ).dropFirst() {
            var books = ShopBooks()
            try books.record(state(revision: row[0], updated: row[1], total: "42.00"))
            let decision = try books.record(state(revision: row[2], updated: row[3], total: "50.00"))
            let isStale = row[4] == "yes"
            #expect(decision.isStale == isStale, "\(row)")
            #expect(books[mia].member.balance == Points(isStale ? 42 : 50), "\(row)")
        }
    }

    @Test func `a state without a revision does not make older ones new again`() throws {
        var books = ShopBooks()
        try books.record(state(revision: "5", updated: "10:00", total: "0.00"))
        try books.record(state(revision: "-", updated: "-", total: "1.00"))
        #expect(try books.record(state(revision: "3", updated: "-", total: "42.00")).isStale)
        #expect(try books.record(state(revision: "-", updated: "09:00", total: "42.00")).isStale)
        #expect(books[mia].member.balance == Points(1))
        #expect(try !books.record(state(revision: "6", updated: "-", total: "7.00")).isStale)
        #expect(books[mia].member.balance == Points(7))
    }

    @Test func `a stale state is acknowledged with what is held, and changes nothing`() throws {
        var books = ShopBooks()
        let current = try books.record(order(revision: 5, total: "42.00"))
        let late = try books.record(order("A-1", .cancelled, revision: 4, total: "1.00"))
        #expect(late.isStale)
        #expect(late.held == current.held)
        #expect(late.member == current.member)
        #expect(late.posting == nil)
        #expect(late.spending == [])
        #expect(late.tierChanges.last == nil)
    }

    @Test func `the same state again changes nothing`() throws {
        var books = ShopBooks()
        let first = try books.record(order(revision: 5, total: "600.00", placed: "2026-10-01"))
        for _ in 1...3 {
            let again = try books.record(order(revision: 5, total: "600.00", placed: "2026-10-01"))
            #expect(again.held == first.held)
            #expect(again.member == first.member)
            #expect(again.posting == nil)
            #expect(again.spending == [])
            #expect(again.tierChanges.last == nil)
        }
        #expect(books[mia].entries.count == 1)
    }
}

private func state(revision: String, updated: String, total: String) -> Order {
    order(
        revision: Int64(revision), total: total, placed: "2026-11-01",
        updated: updated == "-" ? nil : "2026-11-01T\(updated):00Z")
}
