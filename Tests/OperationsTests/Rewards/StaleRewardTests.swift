import Loyalty
import Operations
import Storage
import Testing

struct StaleRewardTests {
    private func renamed(_ name: String) -> @Sendable (Reward) -> Reward {
        { reward in
            var reward = reward
            reward.name = name
            return reward
        }
    }

    @Test func `who saves what somebody else has changed meanwhile is refused, and nothing is overwritten`()
        async throws
    {
        let town = try await Town.open()
        let (save, coffee) = (SaveReward(in: town.surroundings), try await town.coffee())
        _ = try await save.change(
            coffee.id, in: Town.bakery, actor: "amina", basedOn: coffee.termsText, edit: renamed("Tea"))
        await #expect(throws: RewardRejection(.rewardMustBeAsItWasSeen)) {
            _ = try await save.change(
                coffee.id, in: Town.bakery, actor: "amina", basedOn: coffee.termsText, edit: renamed("Cocoa"))
        }
        #expect(RewardRejection(.rewardMustBeAsItWasSeen).kind == .conflict)
        let held = try await ViewRewards(in: town.surroundings)(coffee.id, in: Town.bakery)
        #expect(held.name == "Tea")
        _ = try await save.change(
            coffee.id, in: Town.bakery, actor: "amina", basedOn: held.termsText, edit: renamed("Cocoa"))
    }

    @Test func `that a reward was redeemed meanwhile changes none of its terms`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 100_00)
        let coffee = try await town.coffee(stock: 5)
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        let saved = try await SaveReward(in: town.surroundings).change(
            coffee.id, in: Town.bakery, actor: "amina", basedOn: coffee.termsText, edit: renamed("Tea"))
        #expect(saved.name == "Tea" && saved.redeemedCount == 1)
    }

    @Test func `a draft says what would be refused, and writes nothing`() async throws {
        let town = try await Town.open()
        let (draft, coffee) = (DraftReward(in: town.surroundings), try await town.coffee())
        let seen = try await draft(coffee.id, in: Town.bakery) { held, days in
            #expect(days == 30)
            var reward = try #require(held)
            (reward.name, reward.minimumTierKey, reward.totalAvailable) = ("Tea", "gold", 0)
            return reward
        }
        #expect(seen.reward.name == "Tea" && seen.state == .soldOut && seen.tierName == "Gold")
        await #expect(throws: RewardRejection(.tierMustExist, field: "minimum_tier_required")) {
            _ = try await draft(coffee.id, in: Town.bakery) { held, _ in
                var reward = try #require(held)
                reward.minimumTierKey = "diamond"
                return reward
            }
        }
        #expect(try await ViewRewards(in: town.surroundings)(coffee.id, in: Town.bakery).name == "Coffee")
    }
}
