import Loyalty
import Operations
import Storage
import Testing

struct HistoryImportTests {
    private let desk: ImportDesk

    init() async throws { desk = try await ImportDesk() }

    @Test func `a history of long ago lapses by itself, and importing it again changes nothing`()
        async throws
    {
        let path = try desk.write(History.csv(count: 400))
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (400, 0))
        let run = try await desk.town.upkeep()
        #expect(run.warnings == 0)
        #expect(try await desk.town.upkeep() == UpkeepTally())
        let ledger = try await desk.ledger()
        let again = try await desk.importOrders(path)
        #expect((again.new, again.changed, again.unchanged) == (0, 0, 400))
        #expect(try await desk.ledger() == ledger)
        #expect(try await desk.town.upkeep() == UpkeepTally())
        let totals = try await desk.town.surroundings.database.read { connection in
            try LedgerTotals(of: Town.bakery.id, connection)
        }
        #expect(totals.earned > .zero)
        #expect(totals.expired == totals.earned)
        #expect(totals.closing == .zero)
        #expect(try await desk.town.surroundings.audit().findings == [])
    }

    @Test func `what lapsed long ago is booked on the last day it was good for`() async throws {
        let path = try desk.write(
            """
            order_id,customer_id,total,placed_at
            A-1,mia,29.99,1997-01-01T12:00:00Z
            A-2,mia,12.00,1997-11-25T12:00:00Z
            A-3,mia,77.00,2026-10-30T12:00:00Z

            """)
        try await desk.importOrders(path)
        let entries = try await desk.town.entries()
        #expect(entries.map(\.points.count) == [29, -29, 12, -12, 77])
        #expect(entries.map(\.reference) == ["A-1", "1998-01-01", "A-2", "1998-11-25", "A-3"])
        #expect(entries[3].occurredAt == Instant("1998-11-25T20:59:59.999Z"))
        #expect(entries[3].recordedAt == desk.town.clock.now)
        #expect(try await desk.town.member().member.balance == Points(77))
    }
}

/// Orders like those of a compact disc shop of 1997 and 1998: few for each customer, over eighteen months.
private enum History {
    static func csv(count: Int) -> String {
        let rows = (0..<count).map { number in
            let day = Day.newYear(of: 1997) + number * 545 / count
            return
                "C-\(number),\(10_000 + number * 31 % 130),\(7 + number * 17 % 90).\(10 + number % 90),\(day)T12:00:00Z"
        }
        return (["order_id,customer_id,total,placed_at"] + rows).joined(separator: "\n") + "\n"
    }
}
