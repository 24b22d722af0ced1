import Testing

@testable import Loyalty

@Suite struct IdleExpiryTests {
    @Test func `points without activity lapse, and every activity keeps all of them`() throws {
        try play(
            """
            program idle 90
            reward  coffee 10
            order   A-1  mia  50.00          lots 50@90d         due 2027-01-01
            today   2027-01-01
            upkeep  mia                      warned 50@2027-01-31   due 2027-01-02
            today   2027-01-10
            redeem  coffee mia               takes 10
            today   2027-01-24
            upkeep  mia                      warned nothing      due 2027-03-11
            today   2027-03-11
            upkeep  mia                      warned 40@2027-04-10
            today   2027-04-10
            upkeep  mia                      warned 40@2027-04-10   balance 40
            today   2027-04-11
            upkeep  mia                      balance 0   expired 40
            """)
    }

    @Test func `an order that is sent again without a time is no activity`() throws {
        var books = ShopBooks()
        try books.record(order(total: "50.00"))
        let before = books[mia].member.lastActivityAt
        books.today = books.today + 30
        try books.record(order(total: "50.00"))
        #expect(books[mia].member.lastActivityAt == before)
        try books.record(order("A-2", total: "50.00"))
        #expect(books[mia].member.lastActivityAt == books.now)
    }

    @Test func `activity within the week of a late warning sets another last day, which is warned of in time`() throws {
        try play(
            """
            program idle 5
            order   A-1  mia  50.00
            today   2027-01-10
            upkeep  mia                      warned 50@2027-01-17   due 2027-01-11
            order   A-2  mia  10.00          balance 60
            today   2027-01-15
            upkeep  mia                      warned 60@2027-01-15
            today   2027-01-16
            upkeep  mia                      balance 0   expired 60
            """)
    }

    @Test func `activity that is told late asks at once for the warning of the last day that it gives`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysWithoutActivity(90) })
        try books.record(order(total: "50.00"))
        books.today = day("2027-01-20")
        books.upkeep(mia)
        #expect(books[mia].member.dueOn == day("2027-01-21"))
        try books.record(order("A-2", total: "10.00", delivered: "2026-11-20T12:00:00Z"))
        #expect(books[mia].member.mayBeDue(on: books.today))
        books.upkeep(mia)
        #expect(Set(books[mia].warnings.map(\.lastDay)) == [day("2027-01-31"), day("2027-02-18")])
        #expect(!books[mia].member.mayBeDue(on: books.today))
    }

    @Test func `adjustments by hand and reversals are no activity`() throws {
        try play(
            """
            program idle 90
            order   A-1  mia  50.00
            today   2027-01-20
            adjust  mia  -5                  warned 50@2027-01-31
            refund  A-1  mia  5.00           takes 5
            today   2027-02-01
            upkeep  mia                      balance 0   expired 40
            """)
    }

    @Test func `points given by hand last as long after they were given`() throws {
        try play(
            """
            program idle 90
            order   A-1  mia  50.00
            today   2027-01-20
            upkeep  mia                      warned 50@2027-01-31
            adjust  mia  20                  balance 70
            today   2027-02-01
            upkeep  mia                      balance 20  expired 50   due 2027-03-21
            """)
    }

    @Test func `they are used after lots with a last day and before those that last for ever`() throws {
        try play(
            """
            reward  coffee 25
            order   A-1  mia  10.00
            program idle 90
            order   A-2  mia  10.00
            program idle 60
            order   A-3  mia  10.00
            program expiry 1000
            order   A-4  mia  10.00          lots 10@never,10@90d,10@60d,10@2029-07-29
            redeem  coffee mia               lots 10@never,5@90d
            """)
    }

    @Test func `all that was not used lapses by one entry`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysWithoutActivity(90) })
        for number in 1...3 {
            books.today = books.today + 1
            try books.record(order("A-\(number)", total: "10.00"))
        }
        books.today = books.today + 89
        books.upkeep(mia)
        books.today = books.today + 2
        books.upkeep(mia)
        #expect(books[mia].entries.filter { $0.kind == .expired }.map(\.points) == [Points(-30)])
        #expect(books[mia].upkeep?.lapses.first?.whole == LotLife(expiresOn: nil, idleDays: 90))
    }
}
