import Loyalty
import Operations
import Storage
import Testing

struct ReviewTests {
    /// Juma bought for 40.00 before he claimed Mia's code, so that the claim waits for Amina.
    private func waiting() async throws -> (Town, Referral.ID) {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        try await town.order("B-1", of: Town.juma, 40_00)
        let claim = try await town.claim()
        #expect(claim.referral.blockReason == .notAFirstOrder)
        return (town, claim.referral.id)
    }

    @Test func `a released claim is paid at once, and its reason is kept`() async throws {
        let (town, id) = try await waiting()
        let released = try await town.review(id, .release, note: "She told me")
        #expect(released.referral.state == .paid && released.referral.blockReason == .notAFirstOrder)
        #expect(released.referral.decidedBy == "amina" && released.referral.note == "She told me")
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 90])
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `a rejected referral gives both payments back, for good`() async throws {
        let (town, id) = try await waiting()
        _ = try await town.review(id, .release)
        let rejected = try await town.review(id, .reject)
        #expect(rejected.referral.state == .rejected)
        #expect(try await town.balances(Town.mia, Town.juma) == [10, 40])
        await #expect(throws: ReferralRejection.referralMustNotBeRejected) { try await town.review(id, .release) }
        try await town.order("B-2", of: Town.juma, 90_00)
        #expect(try await town.balances(Town.mia, Town.juma) == [10, 130])
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `a decision that holds already changes nothing`() async throws {
        let (town, id) = try await waiting()
        let first = try await town.review(id, .release, note: "Once")
        town.clock.advance(days: 1)
        let second = try await town.review(id, .release, note: "Twice")
        #expect(first.referral == second.referral)
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 90])
        #expect(try await acts(town) == ["release_referral", "claim_referral"])
    }

    @Test func `a referral that does not exist cannot be decided about`() async throws {
        let (town, _) = try await waiting()
        await #expect(throws: ReferralRejection.referralMustExist) {
            try await town.review(Identifier(trusted: "nothing"), .release)
        }
    }

    @Test func `a second claim is released only when the first is rejected`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        try await town.order("W-1", of: Town.wanja, 10_00)
        let first = try await town.claim().referral
        let second = try await town.claim(from: Town.wanja).referral
        #expect(second.blockReason == .secondClaim)
        await #expect(throws: ReferralRejection.refereeMustHaveNoOtherClaim) {
            try await town.review(second.id, .release)
        }
        _ = try await town.review(first.id, .reject)
        #expect(try await town.review(second.id, .release).referral.state == .pending)
        try await town.order("B-1", of: Town.juma, 40_00)
        #expect(try await town.balances(Town.mia, Town.wanja, Town.juma) == [10, 110, 90])
    }

    @Test func `a member sees what inviting came to, and not what being invited did`() async throws {
        let (town, id) = try await waiting()
        _ = try await town.review(id, .release)
        let info = ViewReferral(in: town.surroundings)
        guard case .open(_, let made, let points, _) = try await info(of: Town.mia.id, in: Town.bakery),
            case .open(_, let none, let zero, _) = try await info(of: Town.juma.id, in: Town.bakery)
        else { throw ReferralRejection.referralProgramMustBeActive }
        #expect(made == 1 && points == Points(100))
        #expect(none == 0 && zero == .zero)
    }

    private func acts(_ town: Town) async throws -> [String] {
        try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 10)
            .map(\.action).filter { $0.hasSuffix("referral") }
    }
}
