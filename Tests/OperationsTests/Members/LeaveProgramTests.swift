import ExactJSON
import Loyalty
import Operations
import Storage
import Testing

struct LeaveProgramTests {
    @Test func `whoever leaves loses codes and points, and is counted no more`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        try await town.order("A-1", 84_00)
        let issued = try await town.redeem(coffee)
        let lost = try await town.leave()
        #expect(lost?.lost == Points(84))
        let member = try await town.member().member
        #expect(member.balance == .zero && member.expired == Points(84) && member.leftAt == town.clock.now)
        #expect(try await town.entries().map(\.points.count) == [84, -50, 50, -84])
        await #expect(throws: RedemptionStateRejection.codeMustNotBeCancelled) {
            try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
        }
        let report = try await town.report()
        #expect((report.memberCount, report.activeCount, report.topMembers.count) == (0, 0, 0))
        #expect(report.outstanding == .zero && report.earned == Points(84))
        #expect(try await town.surroundings.audit().findings == [])
        try await town.order("B-1", of: Town.juma, 84_00)
        _ = try await town.redeem(coffee, by: Town.juma)
    }

    @Test func `leaving twice changes nothing, and nobody leaves who never was a member`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        #expect(try await town.leave() != nil)
        let entries = try await town.entries()
        #expect(try await town.leave() == nil)
        #expect(try await town.entries() == entries)
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.leave(Town.juma) }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.leave(in: Town.bookshop) }
        let acts = try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 9)
        #expect(acts.filter { $0.action == "leave" }.map(\.subject) == ["mia"])
    }

    @Test func `whoever leaves one shop stays in the other`() async throws {
        let town = try await Town.open()
        for shop in [Town.bakery, Town.bookshop] { try await town.order("A-1", 84_00, in: shop) }
        _ = try await town.leave()
        #expect(try await town.member(in: Town.bookshop).member.balance == Points(84))
        let views = try await ViewMembers(in: town.surroundings).memberships(of: Town.mia.id)
        #expect(views.map(\.shop.id) == [Town.bookshop.id])
        #expect(try await ViewCards(in: town.surroundings)(of: Town.mia.id).map(\.view.shop.id) == [Town.bookshop.id])
    }

    @Test func `nothing is done for somebody who has left`() async throws {
        let town = try await Town.open()
        try await town.give { $0.review = BonusRule(points: Points(10), limit: 2, period: .week) }
        let coffee = try await town.coffee()
        try await town.order("A-1", 84_00)
        let code = try await town.member().member.referralCode
        _ = try await town.leave()
        let entries = try await town.entries()
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.redeem(coffee) }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.hold(10) }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.report("review", "R-1") }
        await #expect(throws: MemberRejection.membershipMustExist) {
            try await AdjustPoints(in: town.surroundings)(
                Points(5), reason: "Sorry", to: Town.mia.id, in: Town.bakery, actor: "amina")
        }
        await #expect(throws: MemberRejection.membershipMustExist) {
            try await GrantTier(in: town.surroundings)(
                "gold", through: Day("2026-12-31")!, reason: "A friend", to: Town.mia.id, in: Town.bakery,
                actor: "amina")
        }
        await #expect(throws: ReferralRejection.referralCodeMustExist) { try await town.claim(code, by: Town.juma) }
        await #expect(throws: ReferralRejection.referralCodeMustExist) {
            try await ViewInvitation(in: town.surroundings)(code, for: nil)
        }
        await #expect(throws: MemberRejection.membershipMustExist) {
            try await ViewWallet(in: town.surroundings)(of: Town.mia.id, in: Town.bakery)
        }
        let find = FindMembers(in: town.surroundings)
        #expect(try await find(called: "Mia", in: Town.bakery, limit: 5).isEmpty)
        #expect(try await find(referralCode: code, in: Town.bakery) == nil)
        #expect(try await town.entries() == entries)
    }

    @Test func `a hold keeps somebody in, and an ended one is still answered afterwards`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        let hold = try await town.hold(30)
        await #expect(throws: LeavingRejection.holdsMustHaveEnded) { try await town.leave() }
        #expect(try await town.member().member.balance == Points(84))
        let spent = try await town.confirm(hold, 30)
        #expect(try await town.leave()?.lost == Points(54))
        #expect(try await town.confirm(hold, 30).hold == spent.hold)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `joining again brings back a member without points or a second bonus`() async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(100) }
        try await town.enrol(Town.mia)
        _ = try await town.leave()
        #expect(try await town.enrol(Town.mia))
        #expect(try await !town.enrol(Town.mia))
        let member = try await town.member().member
        #expect(member.balance == .zero && member.leftAt == nil)
        #expect(try await town.entries().map(\.points.count) == [100, -100])
        let report = try await town.report()
        #expect((report.memberCount, report.activeCount) == (1, 1))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a debt is neither lost by leaving nor by joining again`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 50_00)
        let issued = try await town.redeem(coffee)
        _ = try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
        try await town.order("A-1", 50_00, status: .returned, revision: 2)
        #expect(try await town.leave()?.lost == .zero)
        try await town.enrol(Town.mia)
        #expect(try await town.member().member.balance == Points(-50))
        try await town.order("A-2", 84_00)
        #expect(try await town.member().member.balance == Points(34))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a refund after leaving takes what is lost, and an order that counts brings back`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        try await town.order("A-2", 20_00, status: .pending)
        _ = try await town.leave()
        let refund = try await town.order("A-1", 84_00, revision: 2, refunded: 30_00)
        #expect(refund.decision.posting?.change == .zero && refund.decision.member.hasLeft)
        let correction = try await town.order("A-1", 84_00, revision: 3)
        #expect(correction.decision.posting?.change == .zero && correction.decision.member.hasLeft)
        #expect(try await town.entries().map(\.points.count) == [84, -84, 30, -30, 30, -30])
        #expect(try await town.surroundings.audit().findings == [])
        let delivered = try await town.order("A-2", 20_00, revision: 2)
        #expect(delivered.decision.posting?.change == Points(20) && !delivered.decision.member.hasLeft)
        try await town.order("A-1", 84_00, status: .returned, revision: 4)
        #expect(try await town.member().member.balance == Points(20))
        #expect(try await town.report().memberCount == 1)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `an invitation pays the friend of somebody who has left, and accepting one brings back`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        try await town.claim()
        _ = try await town.leave()
        try await town.order("B-1", of: Town.juma, 84_00)
        #expect(try await town.balances(Town.mia, Town.juma) == [0, 134])
        #expect(try await town.entries().map(\.points.count) == [84, -84, 100, -100])
        #expect(try await town.surroundings.audit().findings == [])
        try await town.enrol(Town.wanja)
        try await town.claim(by: Town.mia, from: Town.wanja)
        #expect(try await town.member().member.leftAt == nil)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a tier of somebody who has left can be taken out of the program`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 600_00)
        #expect(try await town.member().tierKey == "silver")
        let withoutSilver: @Sendable (inout Program) -> Void = { program in
            program.tiers.ladder = TierLadder(program.tiers.ladder.tiers.filter { $0.key != "silver" })
        }
        await #expect(throws: ProgramRejection.self) { try await town.edit(withoutSilver) }
        _ = try await town.leave()
        try await town.edit(withoutSilver)
        try await town.enrol(Town.mia)
        #expect(try await town.member().tierKey == "bronze")
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `of redemptions, orders and leaving at once everything ends in one state that fits`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 500_00)
        let done = try await town.atOnce(48) { number in
            switch number % 3 {
            case 0: return (try? await town.redeem(coffee)) != nil
            case 1: return try await town.leave() != nil
            default: return try await town.order("A-\(number)", 10_00).isChanged
            }
        }
        #expect(done.allSatisfy { (try? $0.get()) != nil })
        #expect(try await town.surroundings.audit().findings == [])
    }
}

extension Town {
    @discardableResult
    func leave(_ customer: Customer = mia, in shop: Shop = bakery) async throws -> LeavingDecision? {
        try await LeaveProgram(in: surroundings)(customer.id, in: shop, actor: customer.id.text)
    }

    fileprivate func report() async throws -> ShopReport {
        let monthAgo = clock.now.adding(days: -30)
        return try await surroundings.database.read { try ShopReport(of: Town.bakery.id, activeSince: monthAgo, $0) }
    }
}
