import Loyalty
import Operations
import Storage
import Testing

struct ListRewardsTests {
    /// Mia, with 1,000 points of the bakery.
    private func town() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 1_000_00)
        return town
    }

    private func redeem(_ reward: Reward, _ town: Town) async throws -> RedeemReward.Issued {
        try await RedeemReward(in: town.surroundings)(reward.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
    }

    private func recent(_ town: Town) async throws -> [Int64] {
        try await ListRewards(in: town.surroundings)(in: Town.bakery).map(\.recentCount)
    }

    @Test func `codes of the last thirty days count that are used or still good`() async throws {
        let town = try await town()
        let coffee = try await town.coffee()
        _ = try await redeem(coffee, town)
        town.clock.advance(days: 1)
        let (used, cancelled) = (try await redeem(coffee, town), try await redeem(coffee, town))
        _ = try await UseCode(in: town.surroundings)(used.code, for: nil, in: Town.bakery, actor: "amina")
        #expect(try await recent(town) == [3])
        _ = try await CancelRedemption(in: town.surroundings)(
            cancelled.redemption.id, of: nil, in: Town.bakery, actor: "amina")
        #expect(try await recent(town) == [2])
        town.clock.advance(days: 29)
        #expect(try await recent(town) == [1], "the first one ran out, and the second was issued just in time")
        town.clock.advance(days: 1)
        #expect(try await recent(town) == [1], "thirty days ago to the moment")
        town.clock.advance(days: 1)
        #expect(try await recent(town) == [0])
    }

    @Test func `what members can have comes first, and the cheapest of it before the rest`() async throws {
        let town = try await town()
        let edits: [(String, @Sendable (inout Reward) -> Void)] = [
            ("off", { $0.isActive = false }), ("ended", { $0.validUntil = Instant("2026-11-01T00:00:00Z") }),
            ("coming", { $0.validFrom = Instant("2026-12-01T00:00:00Z") }), ("gone", { $0.totalAvailable = 0 }),
            ("dear", { $0.cost = Points(900) }), ("cheap", { $0.cost = Points(9) }),
        ]
        for (name, edit) in edits {
            let made = try await town.coffee()
            _ = try await SaveReward(in: town.surroundings).change(made.id, in: Town.bakery, actor: "amina") { reward in
                var reward = reward
                reward.name = name
                edit(&reward)
                return reward
            }
        }
        let listed = try await ListRewards(in: town.surroundings)(in: Town.bakery)
        #expect(listed.map(\.reward.name) == ["cheap", "dear", "gone", "coming", "ended", "off"])
        #expect(listed.map(\.state) == [.offered, .offered, .soldOut, .coming, .ended, .off])
        #expect(try await ListRewards(in: town.surroundings)(in: Town.bookshop).isEmpty)
    }

    @Test func `names in the file are quoted, and are never formulas`() async throws {
        let town = try await town()
        let made = try await town.coffee(stock: 5)
        _ = try await SaveReward(in: town.surroundings).change(made.id, in: Town.bakery, actor: "amina") { reward in
            var reward = reward
            reward.name = "=1+1, \"so\""
            return reward
        }
        var pages = try await ListRewards(in: town.surroundings).export(in: Town.bakery)
        let lines = try await (pages.next() ?? "").split(separator: "\r\n")
        #expect(try await pages.next() == nil && lines.count == 2)
        #expect(
            lines[1].contains("\"'=1+1, \"\"so\"\"\",offered,free_product,\"Coffee\",KES,50,\"\",5,,,,30,return,0,0"))
    }
}
