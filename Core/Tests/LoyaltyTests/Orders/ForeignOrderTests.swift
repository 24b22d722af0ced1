import Testing

@testable import Loyalty

/// Orders at the bakery, which counts in KES, that were paid in another currency.
@Suite struct ForeignOrderTests {
    @Test func `an order earns by what it comes to in the shop's currency`() throws {
        for row in rows(
            """
            currency  total   refunded  rate        converted  points
            USD       19.99   0         129.05      2579.71    2579
            USD       19.99   9.99      129.05      1290.50    1290
            JPY       1200    0         0.8612      1033.44    1033
            JPY       1200    1         0.8612      1032.58    1032
            KWD       4.125   0         421.5       1738.69    1738
            KWD       4.125   4.124     421.5       0.42       0
            EUR       0.01    0         0.0000001   0.00       0
            """
        ).dropFirst() {
            let order = order(total: row[1], refunded: row[2], in: currency(row[0]), at: row[3])
            var books = ShopBooks()
            let held = try books.record(order).held
            #expect(held.spending == money(row[4]).minorUnits, "\(row)")
            #expect("\(held.posted)" == row[5], "\(row)")
            #expect(held.order.total.currency.code == row[0], "its amounts are kept as they are")
            #expect(books[mia].findings(at: books.now) == [])
        }
    }

    @Test func `the remainder is converted once, not every part of it`() throws {
        let lines = (1...3).map { line(1, for: "33", id: "\($0)", in: currency("JPY")) }
        let order = order(total: "99", lines: lines, refunded: "33", in: currency("JPY"), at: "0.005")
        var books = ShopBooks()
        #expect(try books.record(order).held.spending == 33)
    }

    @Test func `minimum spend and tiers count in the shop's currency`() throws {
        var books = ShopBooks(program: program { $0.minimumSpend = money("1000.00") })
        #expect(try books.record(order(total: "7.74", in: usd, at: "129.05")).held.posted == .zero)
        #expect(try books.record(order("A-2", total: "7.75", in: usd, at: "129.05")).held.posted == Points(1_250))
        #expect(books[mia].member.tierKey == "gold", "998.84 and 1,000.14 are beyond 1,500")
    }

    @Test func `goods only are reckoned in the order's currency first`() throws {
        var books = ShopBooks(program: program { $0.earningBasis = .goodsOnly })
        let order = order(total: "10.00", shipping: "2.50", tax: "1.50", in: usd, at: "129.05")
        #expect(try books.record(order).held.posted == Points(774))
    }

    @Test func `refunds in any split take exactly what was earned`() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            var dice = Dice(seed: seed)
            let (code, rate) = dice.pick([("USD", "129.05"), ("JPY", "0.8612"), ("KWD", "421.4837261905")])
            let unit = currency(code)
            let total = dice.roll(1...50_000)
            var (books, refunded, revision) = (ShopBooks(), Int64(0), Int64(1))
            func state() -> Order {
                order(
                    revision: revision, total: Money(minorUnits: total, unit).description,
                    refunded: Money(minorUnits: refunded, unit).description, in: unit, at: rate)
            }
            try books.record(state())
            while refunded < total {
                refunded += dice.roll(1...max(1, total - refunded))
                revision += 1
                try books.record(state())
                #expect(books[mia].findings(at: books.now) == [], "seed \(seed)")
            }
            #expect(books[mia].member.balance == .zero, "seed \(seed)")
            #expect(books[mia].history.total == 0, "seed \(seed)")
        }
    }

    @Test func `a corrected rate posts the difference`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "10.00", in: usd, at: "129.05"))
        let corrected = try books.record(order(revision: 2, total: "10.00", in: usd, at: "130.00"))
        #expect(corrected.posting?.entry.points == Points(10))
        #expect(corrected.posting?.basisAmount == 130_000)
        #expect(corrected.spending.map(\.minorUnits) == [950])
    }

    @Test func `each rule of a rate is named with its field`() {
        refuse(.exchangeRateMustBeGiven, order(total: "1", in: usd))
        refuse(.exchangeRateMustBeOne, order(total: "1", at: "1.1"))
        refuse(.convertedAmountMustBeBelowTheLimit, order(total: "100000", in: usd, at: "1000000.01"))
        refuse(.convertedAmountMustBeBelowTheLimit, order(total: "100000000000", in: usd, at: "999999999999"))
    }

    @Test func `a rate of exactly one is taken where there is nothing to convert`() throws {
        var books = ShopBooks()
        #expect(try books.record(order(total: "42.00", at: "1.00")).held.posted == Points(42))
        books = ShopBooks()
        #expect(try books.record(order(total: "100000", in: usd, at: "1000000")).held.spending == Money.limit)
    }
}

private func refuse(
    _ rule: OrderRejection.Rule, _ order: Order, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(throws: OrderRejection(rule, field: "exchange_rate"), sourceLocation: sourceLocation) {
        var books = ShopBooks()
        try books.record(order)
    }
}
