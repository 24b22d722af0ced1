import Loyalty
import Operations
import Testing

struct ImportOrdersTests {
    private let desk: ImportDesk

    init() async throws { desk = try await ImportDesk() }

    @Test func `orders earn what they would have earned live`() async throws {
        let path = try desk.write(
            """
            order_id,customer_id,customer_name,placed_at,total,items
            A-1,mia,Mia Odhiambo,2026-10-01T08:00:00Z,499.99,3
            A-2,mia,,2026-10-02T08:00:00Z,0.01,1
            A-3,mia,,2026-10-03T08:00:00Z,100.00,1
            A-4,juma,Juma Mwangi,2026-10-03T09:00:00Z,7.50,1

            """)
        #expect(try OrderFile(path: path, format: .csv).unknownColumns == ["items"])
        let tally = try await desk.importOrders(path)
        #expect((tally.read, tally.new, tally.refused) == (4, 4, 0))
        #expect(tally.isComplete)
        #expect(try await desk.balances() == ["juma 7 bronze 1", "mia 624 silver 3"])
        #expect(try await desk.town.member().name == "Mia Odhiambo")
        #expect(try desk.rejected(path) == nil)
    }

    @Test func `a second import changes nothing`() async throws {
        let path = try desk.write(ManyOrders.csv(count: 600))
        let first = try await desk.importOrders(path)
        let ledger = try await desk.ledger()
        desk.town.clock.advance(days: 1)
        let second = try await desk.importOrders(path)
        #expect((first.new, first.unchanged) == (600, 0))
        #expect((second.new, second.changed, second.unchanged, second.refused) == (0, 0, 600, 0))
        #expect(try await desk.ledger() == ledger)
    }

    @Test func `an import that was stopped finishes its batch, and goes on when it is run again`() async throws {
        let csv = ManyOrders.csv(count: 1_000)
        let path = try desk.write(csv)
        let stopped = try await Task { [desk] in
            try await desk.importOrders(path) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }.value
        #expect(!stopped.isComplete)
        #expect((stopped.new, stopped.refused) == (512, 0))
        try await expectSame(afterImporting: path, as: csv)
    }

    @Test func `an import that was cut off inside a file ends the same when it is run again`() async throws {
        let csv = ManyOrders.csv(count: 700)
        let half = try desk.write(String(csv.prefix(csv.count / 2)), as: "half.csv")
        try await desk.importOrders(half)
        try await expectSame(afterImporting: desk.write(csv), as: csv)
    }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 3, 0, 2, 1, 2]])
    func `the states of an order end the same in any sequence`(_ sequence: [Int]) async throws {
        let states = [
            "A-1,mia,80.00,pending,0,1", "A-1,mia,80.00,delivered,0,2", "A-1,mia,80.00,delivered,30.00,3",
            "A-1,mia,75.00,delivered,30.00,4",
        ]
        let header = "order_id,customer_id,total,status,refunded_amount,revision"
        let path = try desk.write(([header] + sequence.map { states[$0] }).joined(separator: "\n"))
        let tally = try await desk.importOrders(path)
        #expect(tally.new == 1 && tally.changed + tally.unchanged == sequence.count - 1)
        #expect(try await desk.balances() == ["mia 45 bronze 1"])
    }

    @Test func `one refused order does not spoil its batch`() async throws {
        var lines = ManyOrders.csv(count: 300).split(separator: "\n").map(String.init)
        lines.insert("O-0,juma,1.00,2026-10-01T08:00:00Z", at: 100)
        let path = try desk.write(lines.joined(separator: "\n"))
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (300, 1))
        let refused = try #require(try desk.rejected(path))
        #expect(refused.count == 1)
        #expect(refused[0].hasPrefix("line 101: order_must_keep_its_customer: customer.id must be the customer"))
        #expect(refused[0].hasSuffix("\tO-0,juma,1.00,2026-10-01T08:00:00Z"))
    }

    /// Imports the file into this town and, from the start, into another one.
    private func expectSame(afterImporting path: String, as csv: String) async throws {
        let tally = try await desk.importOrders(path)
        #expect(tally.isComplete && tally.unchanged > 0)
        let other = try await ImportDesk()
        try await other.importOrders(other.write(csv))
        #expect(try await desk.balances() == other.balances())
    }
}
