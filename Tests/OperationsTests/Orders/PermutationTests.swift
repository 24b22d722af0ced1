import Loyalty
import Operations
import Storage
import Testing

/// Five states of one order arrive in all 120 sequences, each twice and with the program edited between them, on the
/// real database; the end is always the same.
struct PermutationTests {
    @Test(arguments: [OrderStatus.delivered, .returned, .cancelled])
    func `all permutations of five states, with duplicates, end the same`(last: OrderStatus) async throws {
        let town = try await Town.open()
        let sequences = permutations(of: Array(states(ending: last).enumerated()))
        for number in sequences.indices {
            try await town.record(state(1, 60_00, of: number), number)
        }
        for place in 0..<5 {
            for (number, sequence) in sequences.enumerated() {
                for earlier in [place, place / 2, place] {
                    let (revision, make) = sequence[earlier]
                    try await town.record(make(Int64(revision + 2), number), number)
                }
            }
            try await town.editProgram(rate: Int64(place + 2) * 10_000)
            town.clock.advance(days: 1)
        }
        var ends: Set<End> = []
        for number in sequences.indices { ends.insert(try await town.end(of: number)) }
        let end = try #require(ends.first)
        #expect(ends.count == 1)
        #expect(sequences.count == 120)
        let expected: Int64 = last == .delivered ? 64 : 0
        #expect(end.balance == Points(expected), "by the terms it took first, whatever came since")
        #expect(end.lots == (expected == 0 ? [:] : [Day("2027-11-01")!: Points(expected)]))
        #expect(end.spending == (expected == 0 ? 0 : 64_50))
        #expect(end.orderCount == (expected == 0 ? 0 : 1))
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

extension Town {
    fileprivate func record(_ order: Order, _ number: Int) async throws {
        try await record(order, from: customer(number))
    }

    fileprivate func editProgram(rate: Int64) async throws {
        _ = try await SaveProgram(in: surroundings)(in: Self.bakery, actor: "amina") { program in
            var program = program
            program.pointsPerUnit = Rate(tenThousandths: rate)
            return program
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
