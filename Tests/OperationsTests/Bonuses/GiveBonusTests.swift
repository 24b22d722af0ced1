import Loyalty
import Operations
import Storage
import Testing

struct GiveBonusTests {
    @Test func `an event gives its bonus once for each reference`() async throws {
        let town = try await Town.generous()
        let first = try await town.report("review", "R-1")
        #expect(first.isNew)
        town.clock.advance(days: 1)
        let again = try await town.report("review", "R-1")
        #expect(!again.isNew)
        #expect(again.row == first.row)
        #expect(try await town.report("newsletter", "R-1").isNew)
        #expect(try await town.member().member.balance == Points(30))
        let rows = try await ViewBonuses(in: town.surroundings)(
            of: Town.mia.id, in: Town.bakery, below: nil, limit: 10)
        #expect(rows.map(\.bonus.eventKey) == ["newsletter", "review"])
        #expect(rows.last == first.row)
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `a limit is counted by the day of the event, in the shop's zone`() async throws {
        let town = try await Town.generous()
        // Two a week; in Nairobi the week from Monday, 19 October, begins at 21:00 UTC of the day before.
        for time in ["2026-10-19T10:00:00Z", "2026-10-18T21:00:00Z", "2026-10-18T20:59:59Z"] {
            #expect(try await town.report("review", time, at: time).isNew)
        }
        await #expect(throws: BonusRejection(.bonusLimitMustNotBeReached)) {
            try await town.report("review", "R-4", at: "2026-10-25T20:59:59Z")
        }
        #expect(try await town.report("review", "R-5", at: "2026-10-25T21:00:00Z").isNew)
        #expect(try await town.report("review", "R-1", of: Town.juma, at: "2026-10-19T10:00:00Z").isNew)
        #expect(try await !town.report("review", "2026-10-19T10:00:00Z").isNew)
        #expect(try await town.member().member.balance == Points(40))
    }

    @Test func `of 64 reports of one event at once, one gives the bonus and all show it`() async throws {
        let town = try await Town.generous()
        let results = try await town.atOnce(64) { _ in try await town.report("review", "R-1") }
        let outcomes = try results.map { try $0.get() }
        #expect(outcomes.count(where: \.isNew) == 1)
        #expect(Set(outcomes.map(\.row)).count == 1)
        #expect(try await town.entries().count == 1)
    }

    @Test func `of 64 different reports at once, as many succeed as the limit allows`() async throws {
        let town = try await Town.generous()
        let outcomes = try await town.atOnce(64) { number in try await town.report("review", "R-\(number)") }
        #expect(outcomes.count { if case .success = $0 { true } else { false } } == 2)
        for case .failure(let error) in outcomes {
            #expect(error as? BonusRejection == BonusRejection(.bonusLimitMustNotBeReached))
        }
        #expect(try await town.member().member.balance == Points(20))
    }

    @Test func `the version in force decides, and what is refused changes nothing`() async throws {
        let town = try await Town.generous()
        await #expect(throws: BonusRejection(.bonusEventMustExist)) { try await town.report("party", "P-1") }
        await #expect(throws: BonusRejection(.bonusMustBeOn)) { try await town.report("survey", "S-1") }
        try await town.give { $0.events.append(BonusEvent(key: "party", name: "Party", rule: party)) }
        let gift = try await town.report("party", "P-1", at: "2026-10-01T10:00:00Z")
        #expect(gift.row.bonus.points == Points(5))
        try await town.give { $0.events.removeAll() }
        #expect(try await !town.report("party", "P-1").isNew)
        await #expect(throws: BonusRejection(.bonusEventMustExist)) { try await town.report("party", "P-2") }
        try await town.edit { $0.isActive = false }
        await #expect(throws: BonusRejection(.programMustBeActive)) { try await town.report("review", "R-1") }
        #expect(try await town.entries().count == 1)
    }

    @Test func `only members of the shop get bonuses, and none of another shop's`() async throws {
        let town = try await Town.generous()
        let stranger = Customer(id: Identifier(trusted: "zoe"), name: "Zoe")
        await #expect(throws: MemberRejection.membershipMustExist) {
            try await town.report("review", "R-1", of: stranger)
        }
        try await town.enrol(Town.mia, in: Town.bookshop)
        await #expect(throws: BonusRejection(.bonusMustBeOn)) {
            try await town.report("review", "R-1", in: Town.bookshop)
        }
        await #expect(throws: BonusRejection(.bonusEventMustExist)) {
            try await town.report("newsletter", "N-1", in: Town.bookshop)
        }
        try await town.report("newsletter", "N-1")
        let elsewhere = try await ViewBonuses(in: town.surroundings)(
            of: Town.mia.id, in: Town.bookshop, below: nil, limit: 10)
        #expect(elsewhere.isEmpty)
    }

    @Test func `a bonus is spent, refunded against and owed like any other points`() async throws {
        let town = try await Town.generous()
        let coffee = try await town.coffee()
        try await town.order("A-1", 4_000)
        try await town.report("review", "R-1")
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        try await town.order("A-1", 4_000, status: .returned, revision: 2)
        #expect(try await town.member().member.balance == Points(-40))
        try await town.report("newsletter", "N-1")
        #expect(try await town.member().member.balance == Points(-20))
        try await town.order("A-2", 3_000)
        #expect(try await town.member().member.balance == Points(10))
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `what a person gives is in the audit log, and watchers hear of it`() async throws {
        let town = try await Town.generous()
        var events = town.surroundings.activity.events(in: Town.bakery.id).makeAsyncIterator()
        try await town.report("review", "R-1", person: Identifier(trusted: "amina"))
        let event = await events.next()
        #expect(event?.kind == .bonusGiven)
        #expect(event?.points == Points(10))
        try await town.report("newsletter", "N-1")
        let acts = try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 10)
        #expect(acts.filter { $0.action == "give_bonus" }.map(\.actor) == ["amina"])
    }
}

private let party = BonusRule(points: Points(5), limit: 1, period: .ever)
