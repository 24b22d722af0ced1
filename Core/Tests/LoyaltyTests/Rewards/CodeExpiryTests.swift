import Testing

@testable import Loyalty

@Suite struct CodeExpiryTests {
    /// Mia has 200 points at the bakery, which offers the coffee for 60.
    private func booksOfMia(_ edit: (inout Reward) -> Void = { _ in }) throws -> ShopBooks {
        var books = ShopBooks()
        books.offer(coffee(edit))
        try books.record(order(total: "200.00"))
        return books
    }

    @Test func `a code that ran out gives back points, stock and allowance, as of that moment`() throws {
        var books = try booksOfMia { ($0.totalAvailable, $0.limitPerCustomer) = (1, 1) }
        let lots = books[mia].lots
        let redemption = try books.redeem(coffee(), by: mia).redemption
        books.today = openingDay + 40
        let decision = try books.expire(redemption)
        let entry = try #require(decision.postings.first?.entry)
        #expect(decision.redemption.outcome == .expired(at: redemption.expiresAt))
        #expect(entry.kind == .reversedRedemption)
        #expect(entry.points == Points(60))
        #expect(entry.actor == "tuzo")
        #expect(entry.occurredAt == redemption.expiresAt)
        #expect(books[mia].lots == lots)
        #expect(books[mia].member.balance == Points(200))
        #expect(books[mia].member.redeemed == .zero)
        try books.redeem(coffee(), by: mia)
    }

    @Test func `or forfeits the points, where the reward said so when the code was issued`() throws {
        var books = try booksOfMia { ($0.totalAvailable, $0.onCodeExpiry) = (1, .forfeit) }
        let redemption = try books.redeem(coffee(), by: mia).redemption
        books.offer(coffee { ($0.onCodeExpiry, $0.redeemedCount) = (.giveBack, 1) })
        books.today = openingDay + 30
        #expect(try books.expire(redemption).postings.isEmpty)
        #expect(books[mia].member.balance == Points(140))
        #expect(books[mia].member.redeemed == Points(60))
        #expect(books.rewards[coffee().id]?.redeemedCount == 0)
    }

    @Test func `whether its points lapse at once does not hang on when the end is noticed`() throws {
        for (lotDays, isPassed) in [(29, true), (30, false), (40, false)] {
            for day in [30, 60] {
                var books = ShopBooks(program: program { $0.expiry = .daysAfterEarning(lotDays) })
                books.offer(coffee())
                try books.record(order(total: "200.00"))
                let redemption = try books.redeem(coffee(), by: mia).redemption
                books.today = openingDay + day
                let postings = try books.expire(redemption).postings
                #expect(postings.map(\.entry.kind) == [.reversedRedemption] + (isPassed ? [.expired] : []))
                #expect(postings.allSatisfy { $0.entry.occurredAt == redemption.expiresAt })
            }
        }
    }

    @Test func `a code that is good, or has ended, does not expire`() throws {
        var books = try booksOfMia()
        let first = try books.redeem(coffee(), by: mia).redemption
        #expect(throws: RedemptionStateRejection.codeMustHaveExpired) { try books.expire(first) }
        let used = try books.use(first).redemption
        let cancelled = try books.cancel(books.redeem(coffee(), by: mia).redemption).redemption
        let third = try books.redeem(coffee(), by: mia).redemption
        books.today = openingDay + 30
        let expired = try books.expire(third).redemption
        #expect(throws: RedemptionStateRejection.codeMustNotBeUsed) { try books.expire(used) }
        #expect(throws: RedemptionStateRejection.codeMustNotBeCancelled) { try books.expire(cancelled) }
        #expect(throws: RedemptionStateRejection.codeMustNotBeExpired) { try books.expire(expired) }
    }

    @Test func `a used code credits the bonus it was issued under, whatever became of the reward`() throws {
        var books = try booksOfMia { $0.benefit = .bonusPoints(Points(100)) }
        let redemption = try books.redeem(coffee(), by: mia).redemption
        books.offer(coffee { $0.benefit = .bonusPoints(Points(500)) })
        #expect(try books.use(redemption).posting?.entry.points == Points(100))
        books.offer(coffee { $0.benefit = .freeShipping })
        let plain = try books.redeem(coffee(), by: mia).redemption
        books.offer(coffee { $0.benefit = .bonusPoints(Points(500)) })
        #expect(try books.use(plain).posting == nil)
    }
}
