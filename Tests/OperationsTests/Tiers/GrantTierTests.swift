import ExactJSON
import Loyalty
import Operations
import Storage
import Testing

struct GrantTierTests {
    private let lastDay = Day("2026-12-31") ?? Day(number: 0)

    @Test func `a tier given by hand is held, multiplies, and is in the audit log`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 1_000)
        try await GrantTier(in: town.surroundings)(
            "gold", through: lastDay, reason: "Friend", to: Town.mia.id, in: Town.bakery, actor: "amina")
        let mia = try await town.member()
        #expect(mia.tierKey == "gold")
        #expect(mia.member.tierKey == "gold")
        #expect(mia.grant?.lastDay == lastDay)
        #expect(try await town.order("A-2", 10_000).decision.held.terms?.tierKey == "gold")
        let act = try #require(
            try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 1).first)
        #expect(act.action == "grant_tier")
        #expect(act.subject == "mia")
        #expect(act.before == "null")
        #expect(
            act.after == #"{"tier":"gold","from":"2026-11-02","through":"2026-12-31","reason":"Friend"}"#)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `it ends by itself, whether the upkeep runs or an order comes first`() async throws {
        for upkeepRuns in [true, false] {
            let town = try await Town.open()
            try await town.order("A-1", 1_000)
            try await GrantTier(in: town.surroundings)(
                "gold", through: lastDay, reason: "Friend", to: Town.mia.id, in: Town.bakery, actor: "amina")
            town.clock.advance(days: 60)
            #expect(try await town.member().tierKey == "bronze", "shown at once")
            #expect(try await town.member().grant == nil)
            if upkeepRuns { _ = try await RunUpkeep(in: town.surroundings)() }
            try await town.order("A-2", 1_000)
            #expect(try await town.member().member.tierKey == "bronze")
            #expect(try await town.causes() == [.grant, .grant])
            #expect(try await town.surroundings.audit().findings == [])
        }
    }

    @Test func `taken back, it is over at once`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 1_000)
        let grant = GrantTier(in: town.surroundings)
        try await grant("gold", through: lastDay, reason: "Oops", to: Town.mia.id, in: Town.bakery, actor: "amina")
        try await grant.end(of: Town.mia.id, in: Town.bakery, actor: "amina")
        #expect(try await town.member().member.tierKey == "bronze")
        await #expect(throws: GrantRejection(.grantMustExist)) {
            try await grant.end(of: Town.mia.id, in: Town.bakery, actor: "amina")
        }
        await #expect(throws: MemberRejection.membershipMustExist) {
            try await grant(
                "gold", through: lastDay, reason: "Who?", to: Town.mia.id, in: Town.bookshop, actor: "ben")
        }
    }

    @Test func `a tier that somebody was granted cannot be removed, not even under a better one`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 600_000)
        try await GrantTier(in: town.surroundings)(
            "gold", through: lastDay, reason: "Friend", to: Town.mia.id, in: Town.bakery, actor: "amina")
        #expect(try await town.member().tierKey == "platinum")
        await #expect(throws: ProgramRejection(.tierMustNotBeHeld, field: "tiers.gold")) {
            _ = try await SaveProgram(in: town.surroundings)(
                in: Town.bakery, actor: "amina", edit: withoutTier("gold"))
        }
        town.clock.advance(days: 60)
        let saved = try await SaveProgram(in: town.surroundings)(
            in: Town.bakery, actor: "amina", edit: withoutTier("gold"))
        #expect(saved.version.number == 2)
    }

    @Test func `a harder program takes no tier back before the border, and an easier one lifts by the upkeep`()
        async throws
    {
        let town = try await Town.open()
        try await town.order("A-1", 60_000)
        try await save(silverFrom: 100_000, in: town)
        _ = try await RunUpkeep(in: town.surroundings)()
        #expect(try await town.member().member.tierKey == "silver")
        town.clock.advance(days: 60)
        _ = try await RunUpkeep(in: town.surroundings)()
        #expect(try await town.member().member.tierKey == "bronze")
        try await save(silverFrom: 50_000, in: town)
        _ = try await RunUpkeep(in: town.surroundings)()
        #expect(try await town.member().member.tierKey == "silver")
        #expect(try await town.causes() == [.spending, .review, .program])
        #expect(try await town.surroundings.audit().findings == [])
    }

    private func save(silverFrom minorUnits: Int64, in town: Town) async throws {
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            var tiers = program.tiers.ladder.tiers
            tiers[1] = Tier(
                name: "Silver", threshold: Money(minorUnits: minorUnits, Town.bakery.currency), multiplier: .one)
            program.tiers.ladder = TierLadder(tiers)
            return program
        }
    }
}

extension Town {
    /// Why the bakery's members changed tiers, one after another.
    fileprivate func causes() async throws -> [TierChange.Cause] {
        try await surroundings.database.read { connection in
            try connection.all("SELECT cause FROM tier_change WHERE shop_id = \(Town.bakery.id) ORDER BY number") {
                row in
                try row.value(of: TierChange.Cause.self)
            }
        }
    }
}
