import Loyalty
import Operations
import Storage
import Testing

struct RunUpkeepTests {
    @Test func `points lapse once, however often and by how many it is run`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        try await town.order("B-1", of: Town.juma, 50_00)
        town.clock.advance(days: 340)
        #expect(try await town.upkeep().warnings == 2)
        town.clock.advance(days: 26)
        let tallies = try await withThrowingTaskGroup(of: UpkeepTally.self) { group in
            for _ in 1...4 { group.addTask { try await town.upkeep() } }
            return try await group.reduce(into: UpkeepTally()) { $0 += $1 }
        }
        #expect(tallies.lapsed == Points(134))
        #expect(tallies.members == 2)
        #expect(try await town.upkeep() == UpkeepTally())
        #expect(try await town.member().member.expired == Points(84))
        #expect(try await town.member().member.balance == .zero)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `every figure is what an upkeep would leave, before it is done and after it`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 100)
        try await town.order("A-2", 50_00)
        town.clock.advance(days: 240)
        _ = try await town.upkeep()
        #expect(try await town.member().expiring.map(\.points) == [Points(84)])
        town.clock.advance(days: 26)
        let before = try await town.member()
        #expect(before.available == Points(50))
        #expect(before.member.balance == Points(50))
        #expect(before.member.expired == Points(84))
        #expect(before.expiring.isEmpty)
        _ = try await town.upkeep()
        let after = try await town.member()
        #expect(after.member == before.member)
        #expect(after.available == before.available)
        #expect(after.expiring == before.expiring)
    }

    @Test func `a redemption cannot have points that have lapsed, whether the upkeep was run or not`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        town.clock.advance(days: 26)
        await #expect(throws: RedemptionRejection.balanceMustCoverCost) {
            try await RedeemReward(in: town.surroundings)(
                coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        }
        #expect(try await town.entries().count == 1, "a refusal leaves nothing behind")
        try await town.order("A-2", 10_00)
        #expect(try await town.entries().map(\.points) == [Points(84), Points(-84), Points(10)])
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a server that was down for weeks warns first, and then lets them lapse`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 400)
        let late = try await town.upkeep()
        #expect(late.warnings == 1)
        #expect(late.lapsed == .zero)
        #expect(try await town.member().expiring.map(\.expiresOn) == [Day(year: 2027, month: 12, day: 14)!])
        town.clock.advance(days: 7)
        #expect(try await town.upkeep() == UpkeepTally())
        town.clock.advance(days: 1)
        #expect(try await town.upkeep().lapsed == Points(84))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `the hour is that of the shop's own zone, also where the clocks were changed in between`() async throws {
        let town = try await Town.open()
        // A year after 13 March 2026, summer time begins in New York on the last day itself.
        town.clock.set(try #require(Instant("2026-03-14T16:00:00Z")))
        try await town.order("A-1", 40_00, in: Town.bookshop)
        try await town.order("A-1", 40_00)
        town.clock.set(try #require(Instant("2027-03-08T12:00:00Z")))
        #expect(try await town.upkeep().warnings == 2)
        for (moment, lapsed) in [
            ("2027-03-14T20:59:59Z", 0), ("2027-03-14T21:00:00Z", 40), ("2027-03-15T03:59:59Z", 0),
            ("2027-03-15T04:00:00Z", 40),
        ] as [(String, Int64)] {
            town.clock.set(try #require(Instant(moment)))
            #expect(try await town.upkeep().lapsed == Points(lapsed), "\(moment)")
        }
        let entry = try await town.entries(in: Town.bookshop).last
        #expect(entry?.occurredAt == Instant("2027-03-15T03:59:59.999Z"))
    }

    @Test func `a clock that steps back breaks nothing`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        town.clock.advance(days: 26)
        _ = try await town.upkeep()
        town.clock.advance(days: -40)
        #expect(try await town.upkeep() == UpkeepTally())
        try await town.order("A-2", 20_00)
        #expect(try await town.member().member.balance == Points(20))
        town.clock.advance(days: 40)
        #expect(try await town.upkeep().lapsed == .zero)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `many lots lapse at one go`() async throws {
        let town = try await Town.open()
        for number in 1...30 { try await town.order("A-\(number)", 10_00) }
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        town.clock.advance(days: 26)
        #expect(try await town.upkeep().lapsed == Points(300))
        #expect(try await town.entries().count == 31)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `more members than one transaction takes are all looked at`() async throws {
        let town = try await Town.open()
        for number in 1...230 {
            let customer = Customer(id: Identifier(trusted: "c-\(number)"), name: "")
            try await town.order("A-\(number)", of: customer, 10_00)
        }
        town.clock.advance(days: 340)
        #expect(try await town.upkeep().warnings == 230)
        town.clock.advance(days: 26)
        #expect(try await town.upkeep().lapsed == Points(2_300))
    }

    @Test func `what a shop's points come to is told to those who watch it`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        var here = town.surroundings.activity.events(in: Town.bakery.id).makeAsyncIterator()
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        #expect(await here.next()?.kind == .pointsExpiring)
        town.clock.advance(days: 26)
        _ = try await town.upkeep()
        let lapse = await here.next()
        #expect(lapse?.kind == .pointsExpired)
        #expect(lapse?.points == Points(-84))
        #expect(lapse?.customerID == Town.mia.id)
    }

    @Test func `held points lapse when their holds have run out`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 360)
        _ = try await town.upkeep()
        try await town.hold(30, until: town.clock.now.adding(days: 7))
        town.clock.advance(days: 6)
        #expect(try await town.upkeep().lapsed == Points(54))
        #expect(try await town.upkeep() == UpkeepTally())
        #expect(try await town.member().member.held == Points(30))
        town.clock.advance(days: 2)
        #expect(try await town.member().member.held == .zero)
        #expect(try await town.upkeep().lapsed == Points(30))
        #expect(try await town.member().member.held == .zero)
    }
}

extension Town {
    /// Runs the scheduled work, and says what it did besides sealing the books.
    func upkeep() async throws -> UpkeepTally {
        var tally = try await RunUpkeep(in: surroundings)()
        tally.seals = 0
        return tally
    }

    func hold(_ points: Int64, until end: Instant) async throws {
        let hold = Hold(
            id: Identifier(trusted: "H-\(end.milliseconds)"), customerID: Self.mia.id, points: Points(points),
            rewardID: nil, reference: "", actor: "test", heldAt: clock.now, expiresAt: end)
        try await surroundings.database.write { connection in
            try HoldStore(connection).insert(hold, in: Self.bakery.id)
            try connection.execute(
                """
                UPDATE member SET held_points = held_points + \(points)
                WHERE shop_id = \(Self.bakery.id) AND customer_id = \(hold.customerID)
                """)
        }
    }
}
