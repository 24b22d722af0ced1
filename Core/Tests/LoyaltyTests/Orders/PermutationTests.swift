import Testing

@testable import Loyalty

/// Five states of one order arrive in all 120 orders, with duplicates; the end is always the same.
@Suite struct PermutationTests {
    @Test func `by revision, an order that is refunded in parts ends the same`() throws {
        let states = [
            order("A-1", .pending, revision: 1, total: "60.00", placed: "2026-10-30"),
            order("A-1", .paid, revision: 2, total: "60.00", placed: "2026-10-30"),
            order(revision: 3, total: "60.00", placed: "2026-10-30", lines: [line(3, for: "60.00")]),
            order(revision: 4, total: "60.00", placed: "2026-10-31", lines: [line(3, for: "60.00", back: 1)]),
            order(
                revision: 5, total: "60.00", placed: "2026-10-30", lines: [line(3, for: "60.00", back: 1)],
                refunded: "2.50"),
        ]
        try expectOneEnd(of: states, points: 37, spending: 3_750, orders: 1, terms: true)
    }

    @Test func `by time of update, an order that is cancelled at last ends the same`() throws {
        let times = (1...5).map { "2026-10-3\($0 / 4)T0\($0):00:00Z" }
        let states = [
            order("A-1", .paid, total: "60.00", placed: "2026-10-30", updated: times[0]),
            order(total: "60.00", placed: "2026-10-30", updated: times[1]),
            order(total: "60.00", placed: "2026-10-30", updated: times[2], refunded: "10.00"),
            order(total: "70.00", placed: "2026-10-29", updated: times[3]),
            order("A-1", .cancelled, total: "70.00", placed: "2026-10-30", updated: times[4]),
        ]
        try expectOneEnd(of: states, points: 0, spending: 0, orders: 0, terms: false)
    }

    @Test(arguments: DebtPolicy.allCases)
    func `an order that is returned and delivered again ends the same`(policy: DebtPolicy) throws {
        let states = [
            order("A-1", .shipped, revision: 10, total: "60.00", placed: "2026-10-30"),
            order(revision: 11, total: "60.00", placed: "2026-10-30"),
            order("A-1", .returned, revision: 12, total: "60.00", placed: "2026-10-30"),
            order(revision: 13, total: "60.00", placed: "2026-10-30", refunded: "60.00"),
            order(revision: 14, total: "60.00", placed: "2026-10-30", refunded: "20.00"),
        ]
        for moment in EarningMoment.allCases {
            try expectOneEnd(of: states, points: 40, spending: 4_000, orders: 1, terms: true) { program in
                program.earnsOn = moment
                program.debtPolicy = policy
            }
        }
    }
}

/// Mia is 20.00 short of Silver before, so that the order's own upgrade would show in its multiplier.
private func expectOneEnd(
    of states: [Order], points: Int64, spending: Int64, orders: Int64, terms keepsTerms: Bool,
    sourceLocation: SourceLocation = #_sourceLocation, _ edit: (inout Program) -> Void = { _ in }
) throws {
    var start = ShopBooks(program: program(edit))
    try start.record(order("A-0", total: "480.00", placed: "2026-10-01"))
    var ends: Set<End> = []
    for permutation in permutations(of: states) {
        var books = start
        for state in permutation + permutation.prefix(2) + permutation.reversed() {
            for _ in 1...2 { try books.record(state) }
            #expect(books[mia].findings(at: books.now) == [], sourceLocation: sourceLocation)
        }
        ends.insert(End(books[mia], keepsTerms: keepsTerms))
    }
    let end = try #require(ends.first)
    #expect(ends.count == 1, sourceLocation: sourceLocation)
    #expect(end.balance == Points(480 + points), sourceLocation: sourceLocation)
    #expect(end.spendingTotal == 48_000 + spending, sourceLocation: sourceLocation)
    #expect(end.orderCount == 1 + orders, sourceLocation: sourceLocation)
}

private struct End: Hashable {
    let held: HeldOrder?
    let balance: Points
    let earned: Points
    let spendingTotal: Int64
    let spendingByDay: [Int64]
    let orderCount: Int64
    let tierKey: String

    /// - Parameter keepsTerms: Whether the terms are compared: an order whose last state does not qualify has them only
    ///   if it was processed in one that did.
    init(_ books: MemberBooks, keepsTerms: Bool) {
        let last = books.orders[Identifier(trusted: "A-1")]
        held = keepsTerms ? last : last?.withoutTerms
        balance = books.member.balance
        earned = books.member.earned
        spendingTotal = books.history.total
        spendingByDay = (-40...10).map { books.history.sum(from: openingDay + $0, through: openingDay + $0) }
        orderCount = books.member.orderCount
        tierKey = books.member.tierKey
    }
}

extension HeldOrder {
    fileprivate var withoutTerms: HeldOrder {
        HeldOrder(
            order: order, terms: nil, posted: posted, shortfall: shortfall, spending: spending, spendingOn: spendingOn,
            isCounted: isCounted)
    }
}
