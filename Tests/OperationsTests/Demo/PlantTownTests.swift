import Loyalty
import Operations
import Storage
import Testing

struct PlantTownTests {
    @Test func `three shops are planted with something of everything, and are left as they are`() async throws {
        let ground = try await BuildingGround()
        let town = try await ground.plant()
        #expect(town.isNew)
        #expect(town.shops.map(\.shop.id.text) == ["bakery", "bookshop", "bikes"])
        #expect(town.shops.map(\.shop.currency.code) == ["KES", "USD", "EUR"])
        #expect(town.logins.map(\.customer.id.text) == ["1", "2", "42", "5"])
        for planted in town.shops {
            try await ground.expectSomethingOfEverything(in: planted.shop)
            try await ground.expectWaitingCodes(of: "42", planted)
        }
        let hashes = try await ground.entryHashes()
        let again = try await ground.plant()
        #expect(!again.isNew)
        #expect(again.shops.map(\.report.memberCount) == town.shops.map(\.report.memberCount))
        #expect(try await ground.entryHashes() == hashes)
    }

    @Test(arguments: ["2026-11-02T12:00:00Z", "2027-01-01T01:30:00Z", "2028-07-01T09:00:00Z"])
    func `every shop has members in every tier and invitations in every state, and its books are in order`(
        now: String
    ) async throws {
        let ground = try await BuildingGround(at: now)
        let tiers: Set = ["bronze", "silver", "gold", "platinum"]
        for planted in try await ground.plant().shops {
            #expect(Set(planted.report.tierCounts.map(\.tierKey)) == tiers, "\(planted.shop.id)")
            try await ground.expectInvitations(in: planted.shop)
        }
        let (summary, findings) = try await ground.surroundings.audit()
        #expect(findings == [])
        #expect(summary.members == 375)
        #expect(summary.orders > 3_000)
    }

    @Test func `the same seed and moment plant the same town, and another seed another one`() async throws {
        let (first, again, other) = (
            try await BuildingGround(), try await BuildingGround(), try await BuildingGround()
        )
        for (ground, seed) in [(first, 7), (again, 7), (other, 8)] { _ = try await ground.plant(seed: UInt64(seed)) }
        let hashes = try await first.entryHashes()
        #expect(try await again.entryHashes() == hashes)
        #expect(try await other.entryHashes() != hashes)
    }

    @Test func `a database with other shops is refused`() async throws {
        let used = try await Town.open()
        await #expect(throws: TownRejection.databaseMustBeEmpty) { _ = try await PlantTown(in: used.surroundings)() }
    }
}

extension BuildingGround {
    fileprivate func expectSomethingOfEverything(in shop: Shop) async throws {
        let redemptions = try await ViewRedemptions(in: surroundings)(in: shop, of: nil, before: nil, limit: 1_000)
        #expect(Set(redemptions.map(\.status)) == Set(Redemption.Status.allCases), "\(shop.id)")
        let kinds = try await kinds(in: shop.id)
        let expected: Set = ["reversed_purchase", "adjustment", "reversed_redemption"]
        #expect(kinds.isSuperset(of: expected), "\(shop.id)")
        let versions = try await ViewProgram(in: surroundings).versions(in: shop, below: nil, limit: 10)
        #expect(versions.count >= 3, "\(shop.id)")
        let states: Set =
            shop.id.text == "bakery" ? ["delivered", "returned"] : ["delivered", "returned", "cancelled"]
        #expect(try await statuses(of: shop.id).isSuperset(of: states), "\(shop.id)")
    }

    /// Invitations in every state, and for every reason that the shop can have.
    fileprivate func expectInvitations(in shop: Shop) async throws {
        let referrals = try await ViewReferrals(in: surroundings)(in: shop, before: nil, limit: 1_000)
            .map(\.referral)
        #expect(Set(referrals.map(\.state)) == Set(ReferralState.allCases), "\(shop.id)")
        let reasons: Set = Set(ReferralBlock.allCases).subtracting(shop.id.text == "bakery" ? [] : [.tooManyClaims])
        #expect(Set(referrals.compactMap(\.blockReason)) == reasons, "\(shop.id)")
        #expect(referrals.contains { $0.wasTakenBack }, "\(shop.id)")
        #expect(referrals.contains { $0.referrerID.text == "42" && $0.state == .paid }, "\(shop.id)")
    }

    fileprivate func expectWaitingCodes(of customer: String, _ planted: PlantedShop) async throws {
        #expect(planted.codes.count == 2)
        for code in planted.codes {
            let code = try RedemptionCode(typed: code)
            let found = try await ViewRedemptions(in: surroundings)(withCode: code, in: planted.shop)
            #expect(found.redemption.customerID.text == customer)
            #expect(found.status == .pending)
        }
    }
}
