import Loyalty
import Operations
import Storage
import Testing

struct RewardHoldTests {
    @Test func `a hold of a reward becomes a code, which the same confirmation shows again`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1, perCustomer: 1)
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(coffee)
        #expect(try await town.redeemedCount(of: coffee) == 1)
        await #expect(throws: RedemptionRejection.stockMustRemain) { try await town.redeem(coffee) }
        let confirmed = try await town.confirm(hold)
        let code = try #require(confirmed.code)
        #expect(try await town.confirm(hold).code == code)
        #expect(try await town.redeemedCount(of: coffee) == 1)
        #expect(try await town.member().member.balance == Points(50))
        let used = try await UseCode(in: town.surroundings)(code, for: nil, in: Town.bakery, actor: "amina")
        #expect(used.status == .redeemed)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `it counts towards the customer's limit while it is live`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(perCustomer: 1)
        try await town.order("A-1", 20_000)
        let hold = try await town.hold(coffee)
        await #expect(throws: RedemptionRejection.customerLimitMustNotBeReached) { try await town.redeem(coffee) }
        await #expect(throws: RedemptionRejection.customerLimitMustNotBeReached) { try await town.hold(coffee) }
        _ = try await town.release(hold)
        _ = try await town.redeem(coffee)
    }

    @Test func `the last one of a hold whose time is over goes to whoever asks`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        for guest in [Town.mia, Town.juma] { try await town.order("A-\(guest.id)", of: guest, 10_000) }
        let hold = try await town.hold(coffee, seconds: 60)
        await #expect(throws: RedemptionRejection.stockMustRemain) { try await town.redeem(coffee, by: Town.juma) }
        let before = town.clock.now
        town.clock.set(hold.hold.expiresAt)
        #expect(try await town.redeemedCount(of: coffee) == 0)
        _ = try await town.redeem(coffee, by: Town.juma)
        #expect(try await town.redeemedCount(of: coffee) == 1)
        town.clock.set(before)
        await #expect(throws: HoldRejection.holdMustNotBeExpired) { try await town.confirm(hold) }
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a reward that is not there, or of another shop, is not held`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("B-1", 10_000, in: Town.bookshop)
        await #expect(throws: RewardRejection(.rewardMustExist)) {
            try await PlaceHold(in: town.surroundings)(
                PlaceHold.Request(for: Town.mia.id, .reward(coffee.id)), in: Town.bookshop, actor: "key:till")
        }
    }
}
