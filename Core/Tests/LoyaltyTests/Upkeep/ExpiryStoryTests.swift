import Testing

@testable import Loyalty

@Suite struct ExpiryStoryTests {
    @Test func `points lapse at the end of their last day, after two warnings, and once`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84    lots 84@2027-02-10      due 2027-01-11
            today   2027-01-10
            upkeep  mia                      warned nothing                      due 2027-01-11
            today   2027-01-11
            upkeep  mia                      warned 84@2027-02-10                due 2027-02-03
            upkeep  mia                      warned nothing                      due 2027-02-03
            today   2027-02-03
            upkeep  mia                      warned 84@2027-02-10                due 2027-02-11
            today   2027-02-10
            upkeep  mia                      warned nothing  balance 84  available 84
            today   2027-02-11
            upkeep  mia                      expired 84      balance 0   lots none   due never
            upkeep  mia                      expired 84      balance 0   warned nothing
            today   2027-02-12
            upkeep  mia                      expired 84      balance 0
            """)
    }

    @Test func `whatever is done for a member, what is due comes first`() throws {
        try play(
            """
            program expiry 100
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            today   2027-02-11
            redeem  coffee mia               rejected balance_must_cover_cost   balance 0  expired 84
            order   A-2  mia  20.00          earns 20    balance 20  expired 84
            """)
    }

    @Test func `a late warning is made up for at once, by one that is enough`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-02-09
            upkeep  mia                      warned 84@2027-02-10   due 2027-02-11
            today   2027-02-11
            upkeep  mia                      expired 84  balance 0
            """)
    }

    @Test func `points that nobody warned of in time stay good for seven more days`() throws {
        try play(
            """
            program expiry 100
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            today   2027-03-01
            upkeep  mia                      warned 84@2027-03-08   balance 84    due 2027-03-09
            redeem  coffee mia               takes 60    balance 24
            today   2027-03-08
            upkeep  mia                      balance 24  warned nothing
            today   2027-03-09
            upkeep  mia                      balance 0   expired 24  due never
            """)
    }

    @Test func `one warning that was given in time is enough, whatever was missed after it`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-01-11
            upkeep  mia                      warned 84@2027-02-10
            today   2027-04-01
            upkeep  mia                      expired 84  warned nothing
            """)
    }

    @Test func `a history that is recorded late lapses by itself, without a warning`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysAfterEarning(100) })
        try books.record(order("A-1", total: "84.00", placed: "2024-03-01"))
        #expect(books[mia].member.balance == Points(84))
        try books.record(order("A-2", total: "50.00", placed: "2026-10-30"))
        let lapse = try #require(books[mia].entries.last { $0.kind == .expired })
        #expect(lapse.points == Points(-84))
        #expect(lapse.occurredAt == instant("2024-06-09T23:59:59.999Z"))
        #expect(lapse.recordedAt == books.now)
        #expect(lapse.reference == "2024-06-09")
        #expect(lapse.actor == "tuzo")
        #expect(lapse.programVersion == nil)
        #expect(books[mia].warnings.isEmpty)
        #expect(books[mia].member.balance == Points(50))
    }

    @Test func `lots of one last day lapse by one entry, those of another by another`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysAfterEarning(100) })
        try books.record(order("A-1", total: "10.00"))
        try books.record(order("A-2", total: "20.00"))
        books.today = books.today + 1
        try books.record(order("A-3", total: "40.00"))
        books.today = day("2027-02-01")
        books.upkeep(mia)
        #expect(books[mia].warnings.map(\.points) == [Points(30), Points(40)])
        books.today = day("2027-03-01")
        books.upkeep(mia)
        let lapses = books[mia].entries.filter { $0.kind == .expired }
        #expect(lapses.map(\.points) == [Points(-30), Points(-40)])
        #expect(lapses.map(\.reference) == ["2027-02-10", "2027-02-11"])
        #expect(books[mia].upkeep?.lapses.map(\.whole?.expiresOn) == [day("2027-02-10"), day("2027-02-11")])
    }

    @Test func `each version governs the lots of its time, whatever follows`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  10.00          lots 10@2027-02-10
            program expiry 10
            order   A-2  mia  20.00          lots 10@2027-02-10,20@2026-11-12
            program expiry never
            order   A-3  mia  40.00          lots 10@2027-02-10,20@2026-11-12,40@never
            today   2026-11-12
            upkeep  mia                      warned 20@2026-11-12
            today   2026-11-13
            upkeep  mia                      lots 10@2027-02-10,40@never   balance 50
            """)
    }

    @Test func `points that are switched to expire last a full period from the switch`() throws {
        try play(
            """
            order   A-1  mia  10.00          lots 10@never
            today   2026-12-01
            program yearend yes
            order   A-2  mia  20.00          lots 10@never,20@2027-12-31
            program expiry 10
            order   A-3  mia  40.00          lots 10@never,20@2027-12-31,40@2026-12-11
            today   2027-01-05
            program yearend yes
            order   A-4  mia  80.00          balance 150
            today   2028-06-01
            program yearend yes
            order   A-5  mia  80.00          lots 10@never,20@2027-12-31,80@2027-12-31,80@2028-12-31
            """)
    }

    @Test func `an order from before the switch is recorded after it, and its points last as long`() throws {
        var books = ShopBooks(program: program { $0.expiry = .never })
        books.today = day("2026-12-01")
        books.save { $0.expiry = .daysAfterEarning(100) }
        try books.record(order("A-1", total: "84.00", placed: "2026-11-03"))
        #expect(books[mia].openLots.map(\.expiresOn) == [day("2026-12-01") + 100])
    }

    @Test func `at the end of the calendar year everything earned in it lapses`() throws {
        var books = ShopBooks(program: program { $0.expiry = .endOfCalendarYear })
        books.today = day("2028-02-29")
        try books.record(order("A-1", total: "10.00"))
        books.today = day("2028-12-31")
        try books.record(order("A-2", total: "20.00"))
        books.upkeep(mia)
        #expect(books[mia].member.balance == Points(30))
        books.today = day("2029-01-01")
        books.upkeep(mia)
        #expect(books[mia].member.expired == Points(30))
    }

    @Test func `three hundred and sixty-five days after a leap day are a day short of the month's end`() throws {
        try play(
            """
            today   2028-02-28
            program expiry 366
            order   A-1  mia  10.00          lots 10@2029-02-28
            today   2028-02-29
            program expiry 365
            order   A-2  mia  20.00          lots 10@2029-02-28,20@2029-02-28
            today   2029-02-22
            upkeep  mia                      warned 30@2029-02-28
            today   2029-03-01
            upkeep  mia                      expired 30
            """)
    }
}
