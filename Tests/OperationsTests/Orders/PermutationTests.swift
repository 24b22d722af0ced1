import Loyalty
import Operations
import Storage
import Testing

/// Five states of one order arrive in all 120 sequences, each twice and with the program edited between them, on the
/// real database; the end is always the same. Each sequence has a customer of its own, who joins with the order or was
/// invited before it, by somebody of their own.
struct PermutationTests {
    @Test(arguments: [OrderStatus.delivered, .returned, .cancelled])
    func `all permutations of five states, with duplicates, end the same`(last: OrderStatus) async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(10) }
        let sequences = try await town.playAll(ending: last)
        var ends: Set<End> = []
        for number in sequences { ends.insert(try await town.end(of: number)) }
        let end = try #require(ends.first)
        #expect(ends.count == 1)
        #expect(sequences.count == 120)
        let expected: Int64 = last == .delivered ? 64 : 0
        #expect(end.balance == Points(expected + 10), "by the terms it took first, whatever came since")
        #expect(end.lots == [Day("2027-11-01")!: Points(expected + 10)])
        #expect(end.spending == (expected == 0 ? 0 : 64_50))
        #expect(end.orderCount == (expected == 0 ? 0 : 1))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test(arguments: [OrderStatus.delivered, .cancelled])
    func `both sides of the referral that the order completes end the same`(last: OrderStatus) async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(10) }
        for number in 0..<120 {
            try await town.enrol(inviter(number))
            try await town.claim(by: customer(number), from: inviter(number))
        }
        let sequences = try await town.playAll(ending: last)
        var ends: Set<PairEnd> = []
        for number in sequences { ends.insert(try await town.pairEnd(of: number)) }
        let isPaid = last == .delivered
        #expect(
            ends == [
                PairEnd(
                    state: isPaid ? .paid : .pending, firstOrderOn: isPaid ? Day("2026-11-01") : nil,
                    referee: isPaid ? [10, 50, 64] : [10], referrer: isPaid ? [10, 100] : [10])
            ])
        #expect(try await town.surroundings.audit().findings == [])
    }
}

private typealias StateMaker = @Sendable (_ revision: Int64, _ number: Int) -> Order

/// Refunded, returned, corrected upwards and delivered again, refunded by its line, and what it ends in.
private func states(ending last: OrderStatus) -> [StateMaker] {
    [
        { state($0, 60_00, refunded: 10_00, of: $1) },
        { state($0, 60_00, .returned, of: $1) },
        { state($0, 90_00, refunded: 10_00, of: $1) },
        { state($0, 90_00, back: 1, of: $1) },
        { state($0, 90_00, last, refunded: 25_50, of: $1) },
    ]
}

private func state(
    _ revision: Int64, _ total: Int64, _ status: OrderStatus = .delivered, refunded: Int64 = 0, back: Int64 = 0,
    of number: Int
) -> Order {
    func money(_ units: Int64) -> Money { Money(minorUnits: units, Town.bakery.currency) }
    let time = Instant("2026-11-01T09:00:00Z")
    return Order(
        id: Identifier(trusted: "A-\(number)"), customerID: customer(number).id, status: status, revision: revision,
        total: money(total), shipping: money(0), tax: money(0), placedAt: time, deliveredAt: time,
        lines: [
            OrderLine(
                id: "1", quantity: 3, amount: money(total), refundedQuantity: back, refundedAmount: money(0))
        ],
        refundedAmount: money(refunded))
}

private func inviter(_ number: Int) -> Customer { Customer(id: Identifier(trusted: "i\(number)"), name: "") }

private func customer(_ number: Int) -> Customer { Customer(id: Identifier(trusted: "c\(number)"), name: "") }

private struct End: Hashable {
    let balance: Points
    let earned: Points
    let lots: [Day: Points]
    let spending: Int64
    let orderCount: Int64
    let tierKey: String
    let posted: Points
    let terms: Int?
}

/// A referral, and what is left in the lots of both sides: that of the order together, of others lot by lot. When a
/// payment was posted hangs on when the order first earned it; so the lots' last days are left out.
private struct PairEnd: Hashable {
    let state: ReferralState
    let firstOrderOn: Day?
    let referee: [Int64]
    let referrer: [Int64]
}

extension Town {
    /// Has every sequence of the states happen to an order of its own, with a new version of the program after each.
    /// - Returns: The numbers of the sequences.
    fileprivate func playAll(ending last: OrderStatus) async throws -> Range<Int> {
        let sequences = permutations(of: Array(states(ending: last).enumerated()))
        for number in sequences.indices { try await record(state(1, 60_00, of: number), number) }
        for place in 0..<5 {
            for (number, sequence) in sequences.enumerated() {
                for earlier in [place, place / 2, place] {
                    let (revision, make) = sequence[earlier]
                    try await record(make(Int64(revision + 2), number), number)
                }
            }
            try await editProgram(Int64(place + 2))
            clock.advance(days: 1)
        }
        return sequences.indices
    }

    fileprivate func pairEnd(of number: Int) async throws -> PairEnd {
        let (referee, referrer) = (customer(number).id, inviter(number).id)
        return try await surroundings.database.read { connection in
            func left(_ id: Customer.ID) throws -> [Int64] {
                let lots = try LotStore(connection).open(of: id, in: Self.bakery.id)
                let ofOrder = lots.filter { $0.orderID != nil }.map(\.remaining).total
                let others = lots.filter { $0.orderID == nil }.map(\.remaining)
                return (others + [ofOrder]).map(\.count).filter { $0 > 0 }.sorted()
            }
            let referral = try #require(
                try ReferralStore(connection).referral(of: referee, by: referrer, in: Self.bakery))
            return PairEnd(
                state: referral.state, firstOrderOn: referral.firstOrder?.spendingOn, referee: try left(referee),
                referrer: try left(referrer))
        }
    }

    fileprivate func record(_ order: Order, _ number: Int) async throws {
        try await record(order, from: customer(number))
    }

    /// Saves a version under which everything would earn that many times as much.
    fileprivate func editProgram(_ times: Int64) async throws {
        try await edit { program in
            program.pointsPerUnit = Rate(tenThousandths: times * 10_000)
            program.referral.referrerPoints = Points(times * 100)
            program.referral.minimumPurchase = Money(minorUnits: times * 25_00, Self.bakery.currency)
            program.bonuses.signup = Points(times * 10)
        }
    }

    fileprivate func end(of number: Int) async throws -> End {
        let id = customer(number).id
        let view = try await member(customer(number))
        return try await surroundings.database.read { connection in
            let held = try #require(
                try OrderStore(connection).held(Identifier(trusted: "A-\(number)"), in: Self.bakery))
            let lots = try LotStore(connection).open(of: id, in: Self.bakery.id)
            let byDay = try Dictionary(
                lots.map { (try #require($0.expiresOn), $0.remaining) }, uniquingKeysWith: +)
            return End(
                balance: view.member.balance, earned: view.member.earned, lots: byDay,
                spending: try SpendingStore(connection).history(of: id, in: Self.bakery.id).total,
                orderCount: view.member.orderCount, tierKey: view.tierKey, posted: held.posted,
                terms: held.terms?.version.number)
        }
    }
}

private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { place in
        var rest = elements
        let first = rest.remove(at: place)
        return permutations(of: rest).map { [first] + $0 }
    }
}
