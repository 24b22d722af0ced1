import ExactJSON
import Loyalty
import Testing

@testable import Operations

struct CustomerViewTests {
    @Test func `the wallet begins with what is lost soonest, be it points or a code, and then what was used last`()
        async throws
    {
        let town = try await Town.open()
        #expect(try await cards(in: town) == [])
        try await town.order("B-1", 10_000, in: Town.bookshop)
        town.clock.advance(days: 1)
        try await town.order("A-1", 10_000)
        #expect(try await cards(in: town) == ["bakery", "bookshop"])
        // A year on, less 20 days, the bookshop's points lapse first, and both soon.
        town.clock.advance(days: 344)
        #expect(try await cards(in: town) == ["bookshop", "bakery"])
        // A code that is good for two days is lost before either.
        let coffee = try await town.coffee()
        _ = try await SaveReward(in: town.surroundings).change(coffee.id, in: Town.bakery, actor: "amina") { reward in
            var reward = reward
            reward.codeValidDays = 2
            return reward
        }
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        let all = try await ViewCards(in: town.surroundings)(of: Town.mia.id)
        #expect(all.map(\.view.shop.id.text) == ["bakery", "bookshop"])
        #expect(all.map(\.codeCount) == [1, 0])
    }

    @Test func `a code whose time is over has ended for its owner, before the upkeep was with it too`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let coffee = try await town.coffee()
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        let before = try await ViewMembership(in: town.surroundings)(of: Town.mia.id, in: Town.bakery)
        #expect(before.codes.count == 1)
        #expect(before.codes.first?.code != nil)
        town.clock.advance(days: 30)
        let after = try await ViewMembership(in: town.surroundings)(of: Town.mia.id, in: Town.bakery)
        #expect(after.codes.isEmpty)
        #expect(after.endedCodes.map(\.status) == [.expired])
        #expect(after.view.available == Points(100))
    }

    @Test func `news are of the last 90 days, and of one customer`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 100_000)
        try await town.order("J-1", of: Town.juma, 1_000)
        town.clock.advance(days: 1)
        try await town.order("A-2", 1_000)
        let news = try await ViewNews(in: town.surroundings)(of: Town.mia.id, after: nil, limit: 10)
        #expect(news.map(\.key) == ["bakery entry 2", "bakery tier 1", "bakery entry 1"])
        let rest = try await ViewNews(in: town.surroundings)(
            of: Town.mia.id, after: (at: news[1].at, key: news[1].key), limit: 10)
        #expect(rest.map(\.key) == ["bakery entry 1"])
        town.clock.advance(days: 90)
        let later = try await ViewNews(in: town.surroundings)(of: Town.mia.id, after: nil, limit: 10)
        #expect(later.map(\.key) == ["bakery entry 2"])
    }

    @Test func `an invitation is found by its code in every shop that has it, and names no more than a first name`()
        async throws
    {
        let town = try await Town.open()
        try await town.order("A-1", 1_000)
        let code = try await town.member().member.referralCode
        let seen = try await ViewInvitation(in: town.surroundings)(" \(code.lowercased()) ", for: nil)
        #expect(seen.map(\.shop.id) == [Town.bakery.id])
        #expect(seen.first?.friendName == "Mia")
        #expect(seen.first?.standing == .open)
        #expect(try await ViewInvitation(in: town.surroundings)(code, for: Town.mia.id).first?.standing == .own)
        await #expect(throws: ReferralRejection.referralCodeMustExist) {
            try await ViewInvitation(in: town.surroundings)("nobody", for: nil)
        }
    }

    private func cards(in town: Town) async throws -> [String] {
        try await ViewCards(in: town.surroundings)(of: Town.mia.id).map(\.view.shop.id.text)
    }
}
