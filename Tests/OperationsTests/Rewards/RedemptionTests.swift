import Loyalty
import Operations
import Storage
import Testing

struct RedemptionTests {
    private func redeem(
        _ reward: Reward, _ town: Town, by customer: Customer = Town.mia
    ) async throws
        -> RedeemReward.Issued
    {
        try await RedeemReward(in: town.surroundings)(
            reward.id, by: customer.id, in: Town.bakery, actor: customer.id.text)
    }

    @Test func `points, stock and code move together`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 5)
        try await town.order("A-1", 10_000)
        let issued = try await redeem(coffee, town)
        #expect(issued.member.balance == Points(50))
        #expect(try await ViewRewards(in: town.surroundings)(coffee.id, in: Town.bakery).redeemedCount == 1)
        let details = try await ViewRedemptions(in: town.surroundings)(withCode: issued.code, in: Town.bakery)
        #expect(details.status == .pending)
        #expect(details.customerName == "Mia Odhiambo")
    }

    @Test func `a cancelled redemption gives the points back to the lot they came from`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        try await town.order("A-1", 5_000)
        let before = try await lots(town)
        let issued = try await redeem(coffee, town)
        #expect(try await lots(town).isEmpty)
        _ = try await CancelRedemption(in: town.surroundings)(
            issued.redemption.id, of: Town.mia.id, in: Town.bakery, actor: "mia")
        #expect(try await lots(town) == before)
        #expect(try await ViewRewards(in: town.surroundings)(coffee.id, in: Town.bakery).redeemedCount == 0)
    }

    @Test func `a code is used once, and then neither used nor cancelled again`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 5_000)
        let issued = try await redeem(town.coffee(), town)
        let use = UseCode(in: town.surroundings)
        #expect(try await use(issued.code, for: nil, in: Town.bakery, actor: "amina").status == .redeemed)
        await #expect(throws: RedemptionStateRejection.codeMustNotBeUsed) {
            try await use(issued.code, for: nil, in: Town.bakery, actor: "amina")
        }
        await #expect(throws: RedemptionStateRejection.codeMustNotBeUsed) {
            try await CancelRedemption(in: town.surroundings)(
                issued.redemption.id, of: nil, in: Town.bakery, actor: "amina")
        }
    }

    @Test func `a code is unknown in any other shop`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 5_000)
        let issued = try await redeem(town.coffee(), town)
        await #expect(throws: RedemptionStateRejection.redemptionMustExist) {
            try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bookshop, actor: "ben")
        }
    }

    @Test func `an expired code is refused`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 5_000)
        let issued = try await redeem(town.coffee(), town)
        town.clock.advance(days: 30)
        await #expect(throws: RedemptionStateRejection.codeMustNotBeExpired) {
            try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
        }
    }

    @Test func `of 64 who want the last one at once, one gets it`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        let crowd = (0..<64).map { Customer(id: Identifier(trusted: "guest-\($0)"), name: "Guest \($0)") }
        for guest in crowd { try await town.order("G-\(guest.id)", of: guest, 5_000) }
        let winners = await withTaskGroup(of: Bool.self) { group in
            for guest in crowd {
                group.addTask {
                    do {
                        _ = try await redeem(coffee, town, by: guest)
                        return true
                    } catch {
                        #expect(error as? RedemptionRejection == .stockMustRemain)
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(winners == 1)
    }

    @Test func `of 64 redemptions of one balance at once, as many succeed as it covers`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 17_000)
        let winners = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { (try? await redeem(coffee, town)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(winners == 3)
        #expect(try await town.member().member.balance == Points(20))
    }

    private func lots(_ town: Town) async throws -> [Lot] {
        try await town.surroundings.database.read { connection in
            try LotStore(connection).open(of: Town.mia.id, in: Town.bakery.id)
        }
    }
}
