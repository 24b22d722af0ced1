import Loyalty
import Operations
import Storage
import Testing

struct ReviewMembersTests {
    @Test func `after a version with other tiers every member is reviewed, page by page, and once`() async throws {
        let town = try await Town.open()
        for number in 1...150 {
            let customer = Customer(id: Identifier(trusted: "c-\(number)"), name: "")
            try await town.order("A-\(number)", of: customer, 400_00)
        }
        try await town.lowerSilver(to: 300_00)
        #expect(try await town.upkeep().tierChanges == 150)
        #expect(try await town.upkeep() == UpkeepTally())
        let silver = try await town.surroundings.database.read { connection in
            try TierStore(connection).counts(in: Town.bakery.id).first { $0.tierKey == "silver" }?.count
        }
        #expect(silver == 150)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a version that keeps the tiers has nobody reviewed`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 400_00)
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.pointsPerUnit = Rate(tenThousandths: 20_000)
            return program
        }
        let from = try await town.surroundings.database.read { connection in
            try ShopUpkeepStore(connection).reviewFrom(in: Town.bakery.id)
        }
        #expect(from == nil)
    }
}

struct DamagedUpkeepTests {
    @Test func `a damaged member and a damaged shop stop nobody else`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        try await town.order("B-1", of: Town.juma, 50_00)
        try await town.order("S-1", 20_00, in: Town.bookshop)
        try await town.tamper("DELETE FROM entry WHERE shop_id = 'bakery' AND customer_id = 'mia'")
        town.clock.advance(days: 340)
        #expect(try await town.upkeep().warnings == 3)
        town.clock.advance(days: 26)
        let tally = try await town.upkeep()
        #expect(tally.lapsed == Points(70))
        #expect(tally.failures == 1)
        try await town.tamper("UPDATE shop SET time_zone = 'Nowhere/Never' WHERE shop_id = 'bakery'")
        town.clock.advance(days: 1)
        #expect(try await town.upkeep().failures > 0)
    }
}

extension Town {
    fileprivate func lowerSilver(to threshold: Int64) async throws {
        _ = try await SaveProgram(in: surroundings)(in: Self.bakery, actor: "amina") { program in
            var program = program
            var tiers = program.tiers.ladder.tiers
            tiers[1] = Tier(
                key: tiers[1].key, name: tiers[1].name,
                threshold: Money(minorUnits: threshold, Self.bakery.currency), multiplier: tiers[1].multiplier,
                benefits: [])
            program.tiers.ladder = TierLadder(tiers)
            return program
        }
    }
}
