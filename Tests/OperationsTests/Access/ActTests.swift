import Loyalty
import Operations
import Storage
import Testing

/// Every act of a person leaves one row in the audit log of its shop, and none in that of another.
struct ActTests {
    /// An act, by the name that the log has for it.
    struct Act: Sendable, CustomTestStringConvertible {
        let action: String
        let run: @Sendable (Town, Reward, RedeemReward.Issued) async throws -> Void

        var testDescription: String { action }
    }

    static let acts = [
        Act(action: "adjust_points") { town, _, _ in
            _ = try await AdjustPoints(in: town.surroundings)(
                Points(5), reason: "Goodwill", to: Town.mia.id, in: Town.bakery, actor: "amina")
        },
        Act(action: "use_code") { town, _, issued in
            _ = try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
        },
        Act(action: "cancel_redemption") { town, _, issued in
            _ = try await CancelRedemption(in: town.surroundings)(
                issued.redemption.id, of: nil, in: Town.bakery, actor: "amina")
        },
        Act(action: "redeem_reward") { town, coffee, _ in
            _ = try await RedeemReward(in: town.surroundings)(
                coffee.id, by: Town.mia.id, in: Town.bakery, actor: "amina", isByHand: true)
        },
        Act(action: "save_reward") { town, coffee, _ in
            _ = try await SaveReward(in: town.surroundings).change(coffee.id, in: Town.bakery, actor: "amina") {
                reward in
                var reward = reward
                reward.cost = Points(51)
                return reward
            }
        },
        Act(action: "delete_reward") { town, coffee, _ in
            try await DeleteReward(in: town.surroundings)(coffee.id, in: Town.bakery, actor: "amina")
        },
        Act(action: "save_program") { town, _, _ in
            _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
                var program = program
                program.name = "Crumbs"
                return program
            }
        },
        Act(action: "save_shop") { town, _, _ in
            let bakery = Shop(
                id: Town.bakery.id, name: "Bread", ownerID: Town.bakery.ownerID, currency: Town.bakery.currency,
                timeZone: Town.bakery.timeZone)
            _ = try await SaveShop(in: town.surroundings)(bakery, actor: "amina")
        },
        Act(action: "add_staff") { town, _, _ in
            _ = try await AddStaff(in: town.surroundings)(
                Identifier(trusted: "otieno"), in: Town.bakery, actor: "amina")
        },
    ]

    @Test(arguments: acts)
    func `an act is in the audit log, once, with who did it`(act: Act) async throws {
        let town = try await Town.open()
        try await town.order("A-1", 500_00)
        let coffee = try await town.coffee()
        let issued = try await town.redeem(coffee)
        func log(of shop: Shop) async throws -> [AuditLogStore.Act] {
            try await ViewAuditLog(in: town.surroundings)(in: shop, before: nil, limit: 100)
        }
        let (before, elsewhere) = (try await log(of: Town.bakery).count, try await log(of: Town.bookshop).count)
        try await act.run(town, coffee, issued)
        let after = try await log(of: Town.bakery)
        #expect(after.count == before + 1)
        #expect(after.first?.action == act.action && after.first?.actor == "amina")
        #expect(after.first?.before != after.first?.after)
        #expect(try await log(of: Town.bookshop).count == elsewhere)
    }
}
