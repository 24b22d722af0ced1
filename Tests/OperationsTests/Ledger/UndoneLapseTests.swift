import Loyalty
import Operations
import Storage
import Testing

/// Mia's points have lapsed; what is sent back then costs her no other points.
struct UndoneLapseTests {
    /// A-1 gave 84 points, which have lapsed, and A-2 gave 20, which have not.
    private func town() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        try await town.order("A-2", 20_00)
        town.clock.advance(days: 26)
        _ = try await town.upkeep()
        return town
    }

    @Test func `a refund after the lapse undoes it in the same act, and takes what it brought back`() async throws {
        let town = try await town()
        let activity = town.surroundings.activity.events(in: Town.bakery.id)
        let outcome = try await town.order("A-1", 84_00, status: .returned, revision: 2)
        #expect(outcome.decision.posting?.entry.points == Points(-84))
        #expect(outcome.decision.posting?.change == .zero)
        #expect(outcome.decision.held.posted == .zero)
        let entries = try await town.entries()
        #expect(entries.map(\.points.count) == [84, 20, -84, 84, -84])
        #expect(entries.suffix(2).map(\.kind) == [.expired, .reversedPurchase])
        #expect(entries.suffix(2).map(\.reference) == ["A-1", "A-1"])
        #expect(entries.suffix(2).map(\.balanceAfter.count) == [104, 20])
        let member = try await town.member().member
        #expect((member.balance, member.earned, member.expired) == (Points(20), Points(20), .zero))
        let totals = try await town.surroundings.database.read { try LedgerTotals(of: Town.bakery.id, $0) }
        #expect(totals.expired == .zero && totals.closing == Points(20))
        var told = activity.makeAsyncIterator()
        #expect(await told.next()?.points == .zero, "the balance has not moved")
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `refunds in parts bring back no more in all than has lapsed`() async throws {
        let town = try await town()
        for (revision, refunded) in [(2, 30_00), (3, 60_00), (3, 60_00), (4, 84_00)] as [(Int64, Int64)] {
            try await town.order("A-1", 84_00, revision: revision, refunded: refunded)
            #expect(try await town.member().member.balance == Points(20))
            #expect(try await town.surroundings.audit().findings == [])
        }
        #expect(try await town.entries().map(\.points.count) == [84, 20, -84, 30, -30, 30, -30, 24, -24])
        try await town.order("A-2", 20_00, status: .returned, revision: 2)
        #expect(try await town.member().member.balance == .zero)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `both entries explain themselves`() async throws {
        let town = try await town()
        try await town.order("A-1", 84_00, status: .returned, revision: 2)
        let explain = ExplainEntries(in: town.surroundings)
        let undone = try await explain(4, of: Town.mia.id, in: Town.bakery)
        #expect(undone.rule == .expiryUndone)
        #expect(undone.forCustomer == "Had expired already, and so not taken from your other points: 84 points.")
        #expect(
            undone.forOwner
                == "Expiry undone, 84 by platform: Had expired before. Taken back: order A-1. It took -84 of lot 1.")
        let reversal = try await explain(5, of: Town.mia.id, in: Town.bakery)
        #expect(reversal.rule == .nothingLeft && reversal.notTaken == .zero)
        #expect(reversal.context.taken.map(\.use.points) == [Points(84)])
        let lapse = try await explain(3, of: Town.mia.id, in: Town.bakery)
        #expect(lapse.rule == .expired)
    }

    @Test func `what came back from a redemption and lapsed at once is undone like the rest`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        try await town.order("A-2", 20_00)
        let redemption = try await town.redeem(coffee).redemption
        town.clock.advance(days: 26)
        _ = try await CancelRedemption(in: town.surroundings)(
            redemption.id, of: Town.mia.id, in: Town.bakery, actor: "mia")
        #expect(try await town.member().member.expired == Points(84))
        try await town.order("A-1", 84_00, status: .returned, revision: 2)
        let member = try await town.member().member
        #expect((member.balance, member.expired) == (Points(20), .zero))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `what an invitation paid and has lapsed is undone payment by payment`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        try await town.claim()
        for order in ["B-1", "B-2"] {
            try await town.order(order, of: Town.juma, 40_00)
            town.clock.advance(days: 340)
            _ = try await town.upkeep()
            try await town.order("M-\(order)", 7_00)
            town.clock.advance(days: 26)
            _ = try await town.upkeep()
            try await town.order(order, of: Town.juma, 40_00, status: .returned, revision: 2)
            #expect(try await town.member().member.balance == Points(7), "what she earned herself in the year is left")
            #expect(try await town.referrals().map(\.state) == [.pending])
            #expect(try await town.surroundings.audit().findings == [])
        }
    }
}
