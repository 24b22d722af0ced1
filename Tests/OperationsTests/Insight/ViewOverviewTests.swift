import Loyalty
import Storage
import Testing

@testable import Operations

struct ViewOverviewTests {
    private func overview(_ town: Town, days: Int = 30) async throws -> ShopOverview {
        try await ViewOverview(in: town.surroundings, remembering: ActiveCounts())(Town.bakery, dayCount: days)
    }

    /// Mia bought for 100.00 on 2 November; on 7 December she buys for 60.00, of which 10.00 are refunded, and redeems
    /// 50 points; Juma joins on that day with 40.00.
    private func busy() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 100_00)
        town.clock.advance(days: 35)
        try await town.order("A-2", 60_00)
        try await town.order("B-1", of: Town.juma, 40_00)
        try await town.order("A-2", 60_00, revision: 2, refunded: 10_00)
        let coffee = try await town.coffee()
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        return town
    }

    @Test func `the figures of a period and of the one before are those of the ledger`() async throws {
        let overview = try await overview(busy())
        let flow = overview.flow
        #expect(flow.totals.earnedNet == Points(90) && flow.totalsBefore.earnedNet == Points(100))
        #expect(flow.totals.redeemedNet == Points(50) && flow.totalsBefore.redeemedNet == .zero)
        #expect(flow.outstanding == Points(140))
        #expect(overview.memberCount == 2 && flow.joinedCount == 1 && flow.joinedCountBefore == 1)
    }

    @Test func `the steps of a period add up to it`() async throws {
        let overview = try await overview(busy(), days: 90)
        let first = overview.period.first
        let series = overview.flow.series(over: [first...(first + 60), (first + 61)...overview.period.last])
        #expect(series.earned.map(\.count) == [100, 100])
        #expect(series.redeemed.map(\.count) == [0, 50])
    }

    @Test func `who does nothing for a period has gone quiet`() async throws {
        let town = try await busy()
        #expect(try await overview(town).active == ActiveCounts.Counts(active: 2, quiet: 0))
        town.clock.advance(days: 31)
        #expect(try await overview(town).active == ActiveCounts.Counts(active: 0, quiet: 2))
        town.clock.advance(days: 30)
        #expect(try await overview(town).active == ActiveCounts.Counts(active: 0, quiet: 0))
    }

    @Test func `who was active last stands first, with the last that happened`() async throws {
        let town = try await busy()
        town.clock.advance(days: 1)
        try await town.order("B-2", of: Town.juma, 5_00)
        let latest = try await overview(town).latest
        #expect(latest.map(\.name) == ["Juma Mwangi", "Mia Odhiambo"])
        #expect(latest.map(\.entry.points.count) == [5, -50])
    }

    @Test func `what happened last stands first, though it makes nobody active`() async throws {
        let town = try await busy()
        town.clock.advance(days: 1)
        try await town.order("B-2", of: Town.juma, 5_00)
        town.clock.advance(days: 1)
        _ = try await AdjustPoints(in: town.surroundings)(
            Points(7), reason: "A broken box", to: Town.mia.id, in: Town.bakery, actor: "amina")
        #expect(try await overview(town).latest.map(\.entry.points.count) == [7, 5])
    }

    @Test func `a debt waits for the owner`() async throws {
        let town = try await busy()
        try await town.order("A-1", 100_00, status: .cancelled, revision: 2)
        try await town.order("A-2", 60_00, status: .cancelled, revision: 3)
        let attention = try await overview(town).attention
        #expect(attention.debtorCount == 1 && attention.debt == Points(50))
    }

    @Test func `an invitation that was held back waits for the owner`() async throws {
        let town = try await busy()
        #expect(try await overview(town).attention.blockedReferralCount == 0)
        try await town.claim()
        #expect(try await overview(town).attention.blockedReferralCount == 1)
    }

    @Test func `a reward that is sold out waits for the owner`() async throws {
        let town = try await busy()
        let last = try await town.coffee(stock: 1)
        #expect(try await overview(town).attention.rewards.isEmpty)
        _ = try await RedeemReward(in: town.surroundings)(last.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        let concerns = try await overview(town).attention.rewards
        #expect(concerns.map(\.concern) == [.soldOut] && concerns.map(\.reward.id) == [last.id])
    }

    @Test func `points that members were warned of are told with their first day, once`() async throws {
        let town = try await Town.generous()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        for _ in 1...2 { _ = try await town.upkeep() }
        let attention = try await overview(town).attention
        #expect(attention.lapsing == Points(84) && attention.lapsingFrom == Day("2027-11-02"))
        town.clock.advance(days: 20)
        _ = try await town.upkeep()
        #expect(try await overview(town).attention.lapsing == Points(84), "the second warning is of the same points")
    }

    @Test func `a shop is told what it needs to begin, until it has it`() async throws {
        let town = try await Town.empty()
        _ = try await SaveShop(in: town.surroundings)(Town.bakery, actor: "amina")
        let none = try await overview(town).beginnings
        #expect(!none.hasProgram && !none.hasReward && !none.hasOrder && !none.hasHelpers)
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { $0 }
        _ = try await town.coffee()
        try await town.order("A-1", 10_00)
        #expect(try await !overview(town).beginnings.isDone)
        _ = try await AddStaff(in: town.surroundings)(Identifier(trusted: "otieno"), in: Town.bakery, actor: "amina")
        #expect(try await overview(town).beginnings.isDone)
    }

    @Test func `the top is ranked by points, and by what was spent in the period`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 500_00)
        town.clock.advance(days: 40)
        try await town.order("B-1", of: Town.juma, 90_00)
        let period = try await overview(town).period
        let rank = RankMembers(in: town.surroundings)
        let byPoints = try await rank(in: Town.bakery, by: .points, in: period)
        let bySpending = try await rank(in: Town.bakery, by: .spending, in: period)
        #expect(byPoints.map(\.displayName) == ["Mia Odhiambo", "Juma Mwangi"])
        #expect(bySpending.map(\.displayName) == ["Juma Mwangi", "Mia Odhiambo"])
        #expect(bySpending.map(\.spending.minorUnits) == [90_00, 0])
    }
}
