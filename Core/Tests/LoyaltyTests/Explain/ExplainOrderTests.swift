import Testing

@testable import Loyalty

@Suite struct ExplainOrderTests {
    @Test func `the product is exact, and the rounding is told`() throws {
        var books = ShopBooks()
        try books.record(order("A-0", total: "600.00", placed: "2026-10-01"))
        let explanation = try explain(order(total: "19.99"), in: &books)
        let calculation = try #require(explanation.calculation)
        #expect(explanation.rule == .earned)
        #expect(calculation.product.description == "24.9875")
        #expect(calculation.points == Points(24))
        #expect(calculation.tierName == "Silver")
        #expect(explanation.forCustomer == "Order A-1 came to 19.99 KES and gives 24 points.")
        #expect(
            explanation.forOwner
                == "Order A-1 by version 1: 19.99 KES × 1 × 1.25 (Silver) = 24.9875, rounded down to 24. Posted: 24.")
    }

    @Test func `the rule that decided is named, whatever the order is`() throws {
        let free = program { $0.pointsPerUnit = rate("0.5") }
        let off = program { $0.isActive = false }
        let minimum = program { $0.minimumSpend = money("50.00") }
        let paid = program { $0.earnsOn = .payment }
        for (state, program, rule, points) in [
            (order(total: "42.00"), free, .earned, 21),
            (order(total: "42.00", refunded: "2.00"), free, .partlyRefunded, 20),
            (order(total: "42.00", refunded: "42.00"), free, .refunded, 0),
            (order("A-1", .cancelled, total: "42.00"), free, .cancelled, 0),
            (order("A-1", .returned, total: "42.00"), off, .returned, 0),
            (order("A-1", .shipped, total: "42.00"), free, .notDelivered, 0),
            (order("A-1", .pending, total: "42.00"), paid, .notPaid, 0),
            (order(total: "42.00"), off, .programNotActive, 0),
            (order(total: "42.00"), nil, .programMissing, 0),
            (order(total: "49.99"), minimum, .belowMinimumSpend, 0),
            (order(total: "1.99"), free, .belowOnePoint, 0),
        ] as [(Order, Program?, OrderExplanation.Rule, Int64)] {
            var books = ShopBooks(program: program)
            let explanation = try explain(state, in: &books)
            #expect(explanation.rule == rule)
            #expect(explanation.deserved == Points(points), "\(rule)")
            for sentence in [explanation.forCustomer, explanation.forOwner] {
                #expect(sentence.hasPrefix("Order A-1 ") || sentence.contains("order A-1"), "\(sentence)")
                #expect(sentence.hasSuffix("."), "\(sentence)")
            }
        }
    }

    @Test func `an order that came before the program is told to be sent again`() throws {
        var books = ShopBooks(program: nil)
        let held = try books.record(order(total: "42.00")).held
        books.save { _ in }
        #expect(try explainOrder(held, under: books.program, in: bakery).rule == .notProcessedSince)
    }

    @Test func `a guest's order waits for its customer`() throws {
        let guest = GuestOrder(order: order(by: .guest, total: "42.00"), guest: Customer(id: .guest, name: ""))
        #expect(try explainOrder(.unclaimed(guest), under: nil, in: bakery).rule == .guest)
    }

    @Test func `both currencies are in it`() throws {
        var books = ShopBooks()
        let explanation = try explain(order(total: "19.99", refunded: "9.99", in: usd, at: "129.05"), in: &books)
        #expect(explanation.refunded == money("9.99", usd) && explanation.remaining == money("10.00", usd))
        #expect(explanation.convertedTotal == money("2579.71") && explanation.qualifying == money("1290.50"))
        #expect(explanation.calculation?.product.description == "1290.5")
    }
}

private func explain(_ order: Order, in books: inout ShopBooks) throws -> OrderExplanation {
    let held = try books.record(order).held
    return try explainOrder(held, under: books.program, in: books.shop)
}
