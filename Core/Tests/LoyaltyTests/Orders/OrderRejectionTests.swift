import Testing

@testable import Loyalty

@Suite struct OrderRejectionTests {
    @Test func `each rule is named with its field`() {
        refuse(.exchangeRateMustBeGiven, "exchange_rate", order(total: "1", in: usd))
        refuse(.amountMustNotBeNegative, "total", order(total: "-0.01"))
        refuse(.amountMustNotBeNegative, "shipping", order(total: "1", shipping: "-0.01"))
        refuse(.amountMustNotBeNegative, "tax", order(total: "1", tax: "-0.01"))
        refuse(.amountMustNotBeNegative, "refunded_amount", order(total: "1", refunded: "-0.01"))
        refuse(.shippingAndTaxMustNotExceedTheTotal, "shipping", order(total: "1", shipping: "0.51", tax: "0.50"))
        refuse(.refundMustNotExceedTheTotal, "refunded_amount", order(total: "1", refunded: "1.01"))
    }

    @Test func `each rule of a line is named with the line's place`() {
        let good = line(1, for: "1.00")
        refuse(.lineMustHaveAQuantity, "lines[0].quantity", order(total: "9", lines: [line(0, for: "1")]))
        refuse(.lineMustHaveAQuantity, "lines[1].quantity", order(total: "9", lines: [good, line(-1, for: "1")]))
        refuse(.amountMustNotBeNegative, "lines[1].amount", order(total: "9", lines: [good, line(1, for: "-0.01")]))
        refuse(
            .amountMustNotBeNegative, "lines[0].refunded_amount",
            order(total: "9", lines: [line(1, for: "1", refunded: "-0.01")]))
        for back in [-1, 3, Int64.max, .min] {
            refuse(
                .refundedQuantityMustBeInRange, "lines[0].refunded_quantity",
                order(total: "9", lines: [line(2, for: "1", back: back)]))
        }
        refuse(
            .linesMustBeAtMostOneThousand, "lines",
            order(total: "9", lines: Array(repeating: good, count: 1_001)))
    }

    @Test func `two lines of one id would not say which was refunded`() throws {
        let cake = line(1, for: "1.00")
        refuse(.lineIdsMustDiffer, "lines[1].id", order(total: "9", lines: [cake, cake]))
        refuse(.lineIdsMustDiffer, "lines[2].id", order(total: "9", lines: [cake, line(1, for: "1", id: "2"), cake]))
        var books = ShopBooks()
        let alike = [line(1, for: "1.00", id: "caf\u{E9}"), line(1, for: "1.00", id: "cafe\u{301}")]
        #expect(try books.record(order(total: "9", lines: alike)).held.order.lines.count == 2)
    }

    @Test func `a line may go and come again from state to state`() throws {
        let (cake, bread) = (line(1, for: "5.00", back: 1), line(2, for: "4.00", back: 1, id: "2"))
        var books = ShopBooks()
        #expect(try books.record(order(revision: 1, total: "9", lines: [cake, bread])).held.posted == Points(2))
        #expect(try books.record(order(revision: 2, total: "9", lines: [bread])).held.posted == Points(7))
        #expect(try books.record(order(revision: 3, total: "9", lines: [bread, cake])).held.posted == Points(2))
    }

    @Test func `refunds of the lines and of the whole together must not exceed the total`() throws {
        let back = line(2, for: "6.00", back: 1)
        refuse(.refundMustNotExceedTheTotal, "refunded_amount", order(total: "6", lines: [back], refunded: "3.01"))
        var books = ShopBooks()
        #expect(try books.record(order(total: "6", lines: [back], refunded: "3.00")).held.spending == 0)
    }

    @Test func `times must lie between 1970 and 2200`() throws {
        for time in [
            "1969-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
        ] {
            refuse(.timeMustBeBetween1970And2200, "placed_at", order(total: "1", placed: time))
            refuse(.timeMustBeBetween1970And2200, "updated_at", order(total: "1", updated: time))
            refuse(.timeMustBeBetween1970And2200, "delivered_at", order(total: "1", delivered: time))
        }
        for time in ["1970-01-01T00:00:00Z", "2199-12-31T23:59:59.999Z"] {
            var books = ShopBooks()
            try books.record(order(total: "1", placed: time, updated: time, delivered: time))
        }
    }

    @Test func `an order keeps its customer`() throws {
        var books = ShopBooks()
        try books.record(order(total: "42.00"))
        let held = try #require(books[mia].orders[Identifier(trusted: "A-1")])
        for revision in [nil, 0, 5] as [Int64?] {
            let stolen = order(by: juma, revision: revision, total: "42.00")
            #expect(throws: OrderRejection(.orderMustKeepItsCustomer, field: "customer.id")) {
                try decide(stolen, books, held: held)
            }
        }
        #expect(throws: OrderRejection(.amountMustNotBeNegative, field: "total"), "the state's own rules come first") {
            try decide(order(by: juma, total: "-1"), books, held: held)
        }
    }

    @Test func `a state that is refused changes nothing`() throws {
        var books = ShopBooks()
        try books.record(order(revision: 1, total: "42.00"))
        let before = books[mia]
        #expect(throws: OrderRejection.self) { try books.record(order(revision: 2, total: "42.00", refunded: "50.00")) }
        #expect(books[mia].member == before.member)
        #expect(books[mia].orders == before.orders)
        #expect(books[mia].entries == before.entries)
    }

    @Test func `the sentences name the field and the rule`() {
        let sentences: [(OrderRejection, String)] = [
            (OrderRejection(.orderMustExist), "Order not found"),
            (OrderRejection(.amountMustNotBeNegative, field: "total"), "total must not be negative."),
            (
                OrderRejection(.lineMustHaveAQuantity, field: "lines[2].quantity"),
                "lines[2].quantity must be at least 1."
            ),
            (
                OrderRejection(.exchangeRateMustBeGiven, field: "exchange_rate"),
                "exchange_rate must be given, because the order is not in the shop's currency."
            ),
        ]
        for (rejection, sentence) in sentences { #expect(rejection.sentence == sentence) }
    }
}

private func refuse(
    _ rule: OrderRejection.Rule, _ field: String, _ order: Order, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(throws: OrderRejection(rule, field: field), sourceLocation: sourceLocation) {
        var books = ShopBooks()
        try books.record(order)
    }
}

private func decide(_ order: Order, _ books: ShopBooks, held: HeldOrder) throws {
    let days = OrderDays(order: books.today, occurred: books.today, today: books.today)
    _ = try decideOrder(
        order,
        given: OrderContext(
            shop: books.shop, program: books.program, held: held, member: member(order.customerID),
            history: SpendingHistory(), days: days, now: books.now, actor: "key:till"))
}
