import Testing

@testable import Loyalty

@Suite struct LeavingTests {
    @Test func `who leaves loses all points, pending ones too, and nothing comes back with joining again`() throws {
        let books = try play(
            """
            order   A-1  mia  84.00          earns 84    in yes
            program pending 7
            order   A-2  mia  20.00          earns 20    balance 104  available 84
            leave   mia                      takes 104   balance 0    lots none  expired 104  in no
            join    mia                      balance 0   in yes
            """)
        let last = try #require(books[mia].entries.last)
        #expect(last.kind == .expired && last.reference == "left" && last.actor == "mia")
        #expect(last.description == "Left the program" && last.isOfLeaving && last.programVersion == nil)
    }

    @Test func `leaving twice changes nothing`() throws {
        var books = try play("order A-1 mia 84.00 earns 84")
        #expect(try books.leave(mia)?.lost.count == 84)
        let after = books[mia].member
        #expect(try books.leave(mia) == nil)
        #expect(books[mia].member == after && books[mia].entries.count == 2)
    }

    @Test func `a debt stays, and is owed by whoever comes back`() throws {
        try play(
            """
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            redeem  coffee mia               balance 24
            use     coffee mia
            undo    A-1  mia                 takes 84    balance -60
            leave   mia                      takes 0     balance -60  in no
            join    mia                      balance -60 in yes
            order   A-2  mia  100.00         earns 100   balance 40
            """)
    }

    @Test func `codes that are good are cancelled first, and what comes back is lost with the rest`() throws {
        let books = try play(
            """
            reward  coffee 60
            reward  cake 20
            order   A-1  mia  100.00         earns 100
            redeem  cake mia                 balance 80
            use     cake mia
            redeem  coffee mia               balance 20
            leave   mia                      takes 80    balance 0    lots none
            cancel  coffee mia               rejected code_must_not_be_cancelled
            """)
        #expect(books[mia].entries.suffix(2).map(\.kind) == [.reversedRedemption, .expired])
        #expect(books[mia].member.redeemed.count == 20 && books[mia].member.expired.count == 80)
        #expect(books.rewards[Identifier(trusted: "coffee")]?.redeemedCount == 0)
    }

    @Test func `points that are held for a checkout keep somebody in until that has ended`() throws {
        try play(
            """
            order   A-1  mia  84.00          earns 84
            hold    h1   mia  30             held 30
            leave   mia                      rejected holds_must_have_ended  balance 84  in yes
            release h1   mia                 held 0
            leave   mia                      takes 84  in no
            """)
    }

    @Test func `a refund of what was lost by leaving takes nothing a second time`() throws {
        try play(
            """
            order   A-1  mia  84.00          earns 84
            order   A-2  mia  50.00          earns 50    balance 134
            leave   mia                      takes 134   expired 134
            refund  A-1  mia  30.00          takes 30    balance 0    expired 104  in no
            undo    A-1  mia                 takes 54    balance 0    expired 50   in no
            join    mia
            undo    A-2  mia                 takes 50    balance 0    expired 0
            """)
    }

    @Test func `what was spent before leaving is owed when its order is sent back`() throws {
        try play(
            """
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            redeem  coffee mia
            use     coffee mia               balance 24
            leave   mia                      takes 24
            undo    A-1  mia                 takes 84    balance -60  expired 0
            """)
    }

    @Test func `the first order that counts after leaving brings back, and its points with it`() throws {
        try play(
            """
            order   A-1  mia  84.00          earns 84
            leave   mia                      takes 84    in no
            repeat  A-1  mia                 in no       balance 0
            order   A-2  mia  20.00          earns 20    balance 20   in yes
            """)
    }

    @Test func `an order that counted before leaving brings nobody back, and its correction gives nothing`() throws {
        let books = try play(
            """
            order   A-1  mia  84.00          earns 84
            refund  A-1  mia  34.00          takes 34    balance 50
            leave   mia                      takes 50    in no
            correct A-1  mia  84.00          earns 34    balance 0    in no  expired 84  lots none
            undo    A-1  mia                 takes 84    balance 0    expired 0
            """)
        let correction = books[mia].entries.filter { $0.kind == .expired && $0.actor == serverActor }
        #expect(correction.map(\.points.count) == [-34] && correction.filter(\.isOfLeaving).count == 1)
    }

    @Test func `an order that counted before leaving brings nobody back by being delivered once more`() throws {
        try play(
            """
            order   A-1  mia  84.00          earns 84
            leave   mia                      takes 84    in no
            undo    A-1  mia                 in no
            correct A-1  mia  84.00          balance 0   in no  lots none
            order   A-2  mia  10.00          earns 10    balance 10   in yes
            """)
    }

    @Test func `an invitation that pays after its inviter has left pays the friend, and covers a debt`() throws {
        try play(
            """
            order   M-1  mia   10.00         earns 10
            claim   juma mia
            leave   mia                      takes 10
            order   A-1  juma  84.00         earns 84    balance 134  referral paid
            look    mia                      balance 0   expired 110  in no
            undo    A-1  juma
            look    mia                      balance 0   expired 10   in no
            """)
        try play(
            """
            reward  coffee 84
            order   M-1  mia   84.00         earns 84
            claim   juma mia
            redeem  coffee mia
            use     coffee mia
            undo    M-1  mia                 balance -84
            leave   mia                      balance -84
            order   A-1  juma  84.00         balance 134
            look    mia                      balance 0   expired 16   in no
            """)
    }

    @Test func `whoever accepts an invitation is a member again`() throws {
        try play(
            """
            order   J-1  juma  10.00
            leave   juma                     in no
            claim   juma mia                 referral not_a_first_order  in yes
            """)
    }

    @Test func `the tier stays what spending makes it, and one given by hand ends`() throws {
        var books = try play("order A-1 mia 600.00 earns 600 tier silver")
        let grant = try decideGrant(
            of: "platinum", through: day("2027-06-30"), reason: "Thanks", to: books[mia].member, books[mia].history,
            by: books.program?.tiers, on: books.today, at: books.now)
        books[mia].grant(grant)
        #expect(books[mia].member.tierKey == "platinum" && books[mia].member.countedTierKey == "platinum")
        let decision = try #require(try books.leave(mia))
        #expect(decision.tierChange?.to == "silver" && decision.tierChange?.cause == TierChange.Cause.grant)
        #expect(books[mia].member.tierKey == "silver" && books[mia].member.countedTierKey == nil)
        books.join(mia)
        #expect(books[mia].member.countedTierKey == "silver" && books[mia].member.grant == nil)
    }

    @Test func `no birthday is kept of whoever has left`() throws {
        var books = ShopBooks()
        books.save { $0.bonuses.birthday = Points(50) }
        try books.record(order("A-1", by: mia, revision: 1, total: "84.00", placed: "\(books.today)"))
        books.today = books.today + 30
        let occasion = BonusOccasion(occurredAt: books.now, occurredOn: books.today, now: books.now, actor: "tuzo")
        #expect(decideBirthdayBonus(on: occasion, to: books[mia].member, under: books.program) != nil)
        try books.leave(mia)
        #expect(decideBirthdayBonus(on: occasion, to: books[mia].member, under: books.program) == nil)
    }
}
