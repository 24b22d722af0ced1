import Testing

@testable import Loyalty

@Suite struct RedemptionTests {
    /// Mia has 200 points at the bakery, which offers the coffee for 60.
    private func booksOfMia(_ edit: (inout Reward) -> Void = { _ in }) throws -> ShopBooks {
        var books = ShopBooks()
        books.offer(coffee(edit))
        try books.record(order(total: "200.00"))
        return books
    }

    @Test func `redeeming takes the points and the stock, and issues a code for so many days`() throws {
        var books = try booksOfMia { $0.codeValidDays = 7 }
        let decision = try books.redeem(coffee(), by: mia)
        #expect(decision.posting.entry.points == Points(-60))
        #expect(decision.posting.entry.kind == .redeemedProduct)
        #expect(decision.posting.entry.reference == decision.redemption.id.text)
        #expect(decision.stockChange == 1)
        #expect(decision.redemption.issuedAt == books.now)
        #expect(decision.redemption.expiresAt == noon(on: openingDay + 7))
        #expect(decision.redemption.entrySequence == 2)
        #expect(decision.redemption.status(at: books.now) == .pending)
        #expect(books[mia].member.redeemed == Points(60))
        #expect(books[mia].member.balance == Points(140))
        #expect(books.rewards[coffee().id]?.redeemedCount == 1)
    }

    @Test func `each benefit is paid for by an entry of its own kind`() throws {
        let kinds: [(RewardBenefit, EntryKind)] = [
            (.discountPercentage(rate("10")), .redeemedDiscount), (.discountFixed(money("5")), .redeemedDiscount),
            (.freeShipping, .redeemedShipping), (.freeProduct("CAKE-9"), .redeemedProduct),
            (.freeService("Delivery"), .redeemedService), (.bonusPoints(Points(100)), .redeemedBonus),
        ]
        for (benefit, kind) in kinds {
            var books = try booksOfMia { $0.benefit = benefit }
            #expect(try books.redeem(coffee(), by: mia).posting.entry.kind == kind)
        }
    }

    @Test func `a refused redemption changes nothing`() throws {
        var books = try booksOfMia { $0.cost = Points(201) }
        let before = books[mia]
        #expect(throws: RedemptionRejection.balanceMustCoverCost) { try books.redeem(coffee(), by: mia) }
        #expect(books[mia].member == before.member)
        #expect(books[mia].lots == before.lots)
        #expect(books.rewards[coffee().id]?.redeemedCount == 0)
    }

    @Test func `held points cannot be spent`() throws {
        let books = try booksOfMia()
        var saver = books[mia].member
        for (held, isLeft) in [(140, true), (141, false), (500, false)] as [(Int64, Bool)] {
            saver.held = Points(held)
            let context = RedemptionContext(
                program: books.program, reward: coffee(), member: saver, lots: books[mia].openLots, redemptionCount: 0,
                id: Identifier(trusted: "R-1"), now: books.now, actor: mia.text)
            let taken = try? decideRedemption(given: context)
            #expect((taken != nil) == isLeft, "\(held)")
        }
    }

    @Test func `the limit per customer counts live and used codes, not cancelled ones`() throws {
        var books = try booksOfMia { $0.limitPerCustomer = 2 }
        let first = try books.redeem(coffee(), by: mia).redemption
        let second = try books.redeem(coffee(), by: mia).redemption
        #expect(throws: RedemptionRejection.customerLimitMustNotBeReached) { try books.redeem(coffee(), by: mia) }
        try books.use(first)
        #expect(throws: RedemptionRejection.customerLimitMustNotBeReached) { try books.redeem(coffee(), by: mia) }
        try books.cancel(second)
        try books.redeem(coffee(), by: mia)
    }

    @Test func `the last one in stock goes to one customer, and comes back when it is cancelled`() throws {
        var books = try booksOfMia { $0.totalAvailable = 1 }
        try books.record(order("A-2", by: juma, total: "100.00"))
        let taken = try books.redeem(coffee(), by: mia).redemption
        #expect(throws: RedemptionRejection.stockMustRemain) { try books.redeem(coffee(), by: juma) }
        #expect(try books.cancel(taken).stockChange == -1)
        try books.redeem(coffee(), by: juma)
    }

    @Test func `a used code gives what it stands for, once, and moves no points`() throws {
        var books = try booksOfMia()
        let redemption = try books.redeem(coffee(), by: mia).redemption
        let used = try books.use(redemption)
        #expect(used.posting == nil)
        #expect(used.redemption.status(at: books.now) == .redeemed)
        #expect(used.redemption.outcome == .used(at: books.now, order: nil, by: amina.text))
        #expect(books[mia].member.balance == Points(140))
    }

    @Test func `bonus points are credited when the code is used, and expire like any other`() throws {
        var books = try booksOfMia { $0.benefit = .bonusPoints(Points(100)) }
        let redemption = try books.redeem(coffee(), by: mia).redemption
        #expect(books[mia].member.balance == Points(140))
        books.today = openingDay + 5
        let posting = try #require(try books.use(redemption).posting)
        #expect(posting.entry.kind == .earnedBonus)
        #expect(posting.entry.points == Points(100))
        #expect(posting.opens?.expiresOn == openingDay + 370)
        #expect(books[mia].member.balance == Points(240))
        #expect(books[mia].findings(at: books.now) == [])
    }

    @Test func `a cancelled code gives its points back, and was never redeemed`() throws {
        var books = try booksOfMia()
        let redemption = try books.redeem(coffee(), by: mia).redemption
        let cancelled = try books.cancel(redemption)
        #expect(cancelled.posting.entry.kind == .reversedRedemption)
        #expect(cancelled.posting.entry.points == Points(60))
        #expect(cancelled.redemption.status(at: books.now) == .cancelled)
        #expect(books[mia].member.balance == Points(200))
        #expect(books[mia].member.redeemed == .zero)
        #expect(books[mia].member.earned == Points(200))
    }

    @Test func `a redemption makes one transition, ever`() throws {
        for row in rows(
            """
            state      use                          cancel
            issued     -                            -
            used       code_must_not_be_used        code_must_not_be_used
            cancelled  code_must_not_be_cancelled   code_must_not_be_cancelled
            lapsed     code_must_not_be_expired     code_must_not_be_expired
            expired    code_must_not_be_expired     code_must_not_be_expired
            """
        ).dropFirst() {
            var books = try booksOfMia()
            var redemption = try books.redeem(coffee(), by: mia).redemption
            switch row[0] {
            case "used": redemption = try books.use(redemption).redemption
            case "cancelled": redemption = try books.cancel(redemption).redemption
            case "lapsed": books.today = openingDay + 30
            case "expired": redemption.outcome = .expired(at: books.now)
            default: break
            }
            var again = books
            #expect(code { try books.use(redemption) } == row[1], "\(row)")
            #expect(code { try again.cancel(redemption) } == row[2], "\(row)")
        }
    }

    @Test func `a code is good to the last moment before it expires`() throws {
        var books = try booksOfMia { $0.codeValidDays = 1 }
        let redemption = try books.redeem(coffee(), by: mia).redemption
        let last = redemption.expiresAt.milliseconds
        #expect(redemption.status(at: Instant(milliseconds: last - 1)) == .pending)
        #expect(redemption.status(at: Instant(milliseconds: last)) == .expired)
        #expect(Redemption.Status.allCases.map(\.rawValue) == ["pending", "redeemed", "cancelled", "expired"])
    }
}

private func code<Outcome>(_ act: () throws -> Outcome) -> String {
    do {
        _ = try act()
        return "-"
    } catch {
        return (error as? any Rejection)?.code ?? "\(error)"
    }
}
