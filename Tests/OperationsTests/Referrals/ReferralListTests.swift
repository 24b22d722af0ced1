import Loyalty
import Operations
import Storage
import Testing

struct ReferralListTests {
    /// Mia invited Juma, who ordered for 40.00; Wanja claims Mia's code as well, although she had ordered before.
    private func town() async throws -> (Town, paid: Referral, blocked: Referral) {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        try await town.order("W-1", of: Town.wanja, 10_00)
        let paid = try await town.claim().referral
        town.clock.advance(days: 1)
        try await town.order("B-1", of: Town.juma, 40_00)
        let blocked = try await town.claim(by: Town.wanja).referral
        return (town, paid, blocked)
    }

    private func ids(
        _ filter: ReferralFilter?, _ town: Town, before id: Referral.ID? = nil
    ) async throws -> [Referral.ID] {
        try await ViewReferrals(in: town.surroundings)(in: Town.bakery, filter, before: id, limit: 10)
            .map(\.referral.id)
    }

    @Test func `referrals are told apart by their states, newest first`() async throws {
        let (town, paid, blocked) = try await town()
        #expect(try await ids(nil, town) == [blocked.id, paid.id])
        #expect(try await ids(nil, town, before: blocked.id) == [paid.id])
        #expect(try await ids(.state(.paid), town) == [paid.id])
        #expect(try await ids(.state(.blocked), town) == [blocked.id])
        #expect(try await ids(.state(.pending), town).isEmpty)
        #expect(try await ids(.takenBack, town).isEmpty)
    }

    @Test func `what was paid and taken back is found again, whether it waits or was refused`() async throws {
        let (town, paid, blocked) = try await town()
        try await town.order("B-1", of: Town.juma, 40_00, revision: 2, refunded: 39_00)
        #expect(try await ids(.takenBack, town) == [paid.id])
        #expect(try await ids(.state(.pending), town) == [paid.id])
        _ = try await town.review(paid.id, .reject)
        _ = try await town.review(blocked.id, .reject)
        #expect(try await ids(.takenBack, town) == [paid.id])
        let referrals = try await town.referrals()
        #expect(referrals.filter(\.wasTakenBack).map(\.id) == [paid.id])
    }

    @Test func `the figures count what is there, and nothing of another shop`() async throws {
        let (town, paid, _) = try await town()
        let view = ViewReferrals(in: town.surroundings)
        #expect(
            try await view.figures(in: Town.bakery)
                == ReferralReport.Figures(claimed: 2, pending: 0, paid: 1, blocked: 1, points: Points(150)))
        _ = try await town.review(paid.id, .reject)
        #expect(
            try await view.figures(in: Town.bakery)
                == ReferralReport.Figures(claimed: 2, pending: 0, paid: 0, blocked: 1, points: .zero))
        #expect(
            try await view.figures(in: Town.bookshop)
                == ReferralReport.Figures(claimed: 0, pending: 0, paid: 0, blocked: 0, points: .zero))
    }

    @Test func `the story of a referral has what moved on both sides, and who decided`() async throws {
        let (town, paid, blocked) = try await town()
        _ = try await town.review(paid.id, .reject, note: "One card")
        let view = ViewReferrals(in: town.surroundings)
        let story = try await view.story(of: paid.id, in: Town.bakery)
        #expect(story.referrerEntries.map(\.points) == [Points(100), Points(-100)])
        #expect(story.refereeEntries.map(\.points) == [Points(50), Points(-50)])
        #expect(story.firstOrder?.place.orderID.text == "B-1" && story.firstOrder?.spending == 40_00)
        #expect(story.acts.map(\.action) == ["reject_referral", "claim_referral"])
        #expect(try await view.story(of: blocked.id, in: Town.bakery).refereeEntries.isEmpty)
        await #expect(throws: ReferralRejection.referralMustExist) {
            try await view.story(of: paid.id, in: Town.bookshop)
        }
    }

    @Test func `a decision about what has changed since it was looked at is refused`() async throws {
        let (town, paid, blocked) = try await town()
        let review = ReviewReferral(in: town.surroundings)
        await #expect(throws: ReferralRejection.referralMustBeAsItWasSeen) {
            try await review(
                paid.id, .reject, note: nil, seenAt: paid.changedAt, in: Town.bakery, actor: "amina")
        }
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 90])
        let rejected = try await review(
            blocked.id, .reject, note: nil, seenAt: blocked.changedAt, in: Town.bakery, actor: "amina")
        #expect(rejected.referral.state == .rejected)
        let again = try await review(
            blocked.id, .reject, note: nil, seenAt: blocked.changedAt, in: Town.bakery, actor: "amina")
        #expect(again.referral == rejected.referral, "what holds already needs no second look")
    }

    @Test func `the file has every referral, with its reason`() async throws {
        let (town, paid, _) = try await town()
        _ = try await town.review(paid.id, .reject, note: "=cmd, \"so\"")
        var pages = ViewReferrals(in: town.surroundings).export(in: Town.bakery, .state(.rejected))
        let page = try await pages.next() ?? ""
        #expect(page.split(separator: "\r\n").count == 2)
        #expect(page.contains("rejected,,\"mia\",\"Mia Odhiambo\",\"juma\",\"Juma Mwangi\""))
        #expect(page.hasSuffix(",\"\",0,0,\"amina\",\"'=cmd, \"\"so\"\"\"\r\n"))
        #expect(try await pages.next() == nil)
    }
}
