import Testing

@testable import Loyalty

/// Five states of the referee's orders arrive in all 120 orders, with duplicates; the referral always ends the same.
@Suite struct ReferralPermutationTests {
    @Test func `one order, refunded in parts`() throws {
        try expectOneEnd(
            of: [
                order("B-1", by: juma, .paid, revision: 1, total: "60.00", placed: "2026-10-30"),
                order("B-1", by: juma, revision: 2, total: "60.00", placed: "2026-10-30"),
                order("B-1", by: juma, revision: 3, total: "60.00", placed: "2026-10-30", refunded: "20.00"),
                order("B-1", by: juma, revision: 4, total: "60.00", placed: "2026-10-30", refunded: "60.00"),
                order("B-1", by: juma, revision: 5, total: "60.00", placed: "2026-10-30", refunded: "35.00"),
            ], in: .paid, first: "B-1")
    }

    @Test func `two orders, the earlier of them too small`() throws {
        try expectOneEnd(
            of: [
                order("B-1", by: juma, revision: 1, total: "20.00", placed: "2026-10-30"),
                order("B-2", by: juma, revision: 1, total: "60.00", placed: "2026-10-31"),
                order("B-2", by: juma, revision: 2, total: "60.00", placed: "2026-10-31", refunded: "10.00"),
                order("B-3", by: juma, .pending, revision: 1, total: "90.00", placed: "2026-10-29"),
                order("B-3", by: juma, .cancelled, revision: 2, total: "90.00", placed: "2026-10-29"),
            ], in: .pending, first: "B-1")
    }

    @Test func `two orders, the earlier of them undone`() throws {
        try expectOneEnd(
            of: [
                order("B-1", by: juma, revision: 1, total: "20.00", placed: "2026-10-30"),
                order("B-1", by: juma, revision: 2, total: "80.00", placed: "2026-10-30"),
                order("B-1", by: juma, .returned, revision: 3, total: "80.00", placed: "2026-10-30"),
                order("B-2", by: juma, revision: 1, total: "60.00", placed: "2026-10-31"),
                order("B-3", by: juma, revision: 1, total: "5.00", placed: "2026-11-01"),
            ], in: .paid, first: "B-2")
    }

    @Test func `of two orders of one day, the smaller id is the first`() throws {
        try expectOneEnd(
            of: [
                order("B-10", by: juma, revision: 1, total: "5.00", placed: "2026-10-30"),
                order("B-9", by: juma, revision: 1, total: "60.00", placed: "2026-10-30"),
                order("B-9", by: juma, revision: 2, total: "60.00", placed: "2026-10-29"),
                order("B-9", by: juma, revision: 3, total: "60.00", placed: "2026-10-30"),
                order("B-90", by: juma, revision: 1, total: "60.00", placed: "2026-10-30"),
            ], in: .pending, first: "B-10")
    }

    @Test(arguments: DebtPolicy.allCases)
    func `a full refund in any split and order leaves nothing`(policy: DebtPolicy) throws {
        var states = [
            order("B-1", by: juma, revision: 1, total: "60.00", placed: "2026-10-30", lines: [line(3, for: "60.00")])
        ]
        states += [(1, "0"), (1, "7.77"), (2, "19.99"), (3, "0")].enumerated().map { index, part in
            order(
                "B-1", by: juma, revision: Int64(index) + 2, total: "60.00", placed: "2026-10-30",
                lines: [line(3, for: "60.00", back: Int64(part.0), refunded: part.1)])
        }
        try expectOneEnd(of: states, in: .pending, first: nil) { $0.debtPolicy = policy }
    }
}

private func expectOneEnd(
    of states: [Order], in state: ReferralState, first: String?, sourceLocation: SourceLocation = #_sourceLocation,
    _ edit: (inout Program) -> Void = { _ in }
) throws {
    var start = ShopBooks(program: program(edit))
    try start.claim(by: juma, from: mia)
    for permutation in permutations(of: states) {
        var books = start
        for order in permutation + permutation.prefix(2) + permutation.reversed() {
            for _ in 1...2 { try books.record(order) }
            for customer in [mia, juma] {
                #expect(books[customer].findings(at: books.now) == [], sourceLocation: sourceLocation)
            }
        }
        let referral = books.referrals[0]
        let paid = state == .paid
        #expect(referral.state == state, sourceLocation: sourceLocation)
        #expect(referral.firstOrder?.orderID.text == first, sourceLocation: sourceLocation)
        #expect(books[mia].member.balance == Points(paid ? 100 : 0), sourceLocation: sourceLocation)
        let orders = books[juma].orders.values.map(\.posted).total
        #expect(books[juma].member.balance == orders + Points(paid ? 50 : 0), sourceLocation: sourceLocation)
    }
}
