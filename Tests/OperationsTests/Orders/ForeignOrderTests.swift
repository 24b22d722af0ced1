import Loyalty
import Operations
import Testing

struct ForeignOrderTests {
    @Test func `an order in another currency is kept as it was sent, and counts in the shop's`() async throws {
        let town = try await Town.open()
        let order = dollars(1_999, at: "129.05")
        let outcome = try await town.record(order)
        #expect(outcome.decision.posting?.entry.points == Points(2_579))
        let held = try await ViewOrder(in: town.surroundings)(order.id, of: nil, in: Town.bakery)
        #expect(held.order == order)
        #expect(held == outcome.decision.held)
        #expect(held.spending == 257_971)
        #expect(try await town.record(order).isChanged == false)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a corrected rate posts the difference, and the platform may turn to the shop's currency`() async throws
    {
        let town = try await Town.open()
        try await town.record(dollars(1_000, at: "129.05", revision: 1))
        let corrected = try await town.record(dollars(1_000, at: "130", revision: 2))
        #expect(corrected.decision.posting?.entry.points == Points(10))
        let shillings = try await town.order("A-1", 130_500, revision: 3)
        #expect(shillings.decision.posting?.entry.points == Points(5))
        #expect(shillings.decision.held.order.exchangeRate == nil)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `an order without its rate changes nothing`() async throws {
        let town = try await Town.open()
        await #expect(throws: OrderRejection(.exchangeRateMustBeGiven, field: "exchange_rate")) {
            try await town.record(dollars(1_000, at: nil))
        }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.member() }
    }

    @Test func `a file may hold orders in several currencies`() async throws {
        let desk = try await ImportDesk()
        let path = try desk.write(
            """
            order_id,customer_id,total,currency,exchange_rate,refunded_amount
            A-1,mia,19.99,USD,129.05,9.99
            A-2,juma,1200,JPY,0.8612,
            A-3,juma,10.00,KES,1,

            """)
        #expect(try await desk.importOrders(path).new == 3)
        #expect(try await desk.balances() == ["juma 1045 silver 2", "mia 1290 silver 1"])
    }
}

private func dollars(_ cents: Int64, at rate: String?, revision: Int64 = 1) -> Order {
    let usd = Town.bookshop.currency
    return Order(
        id: Identifier(trusted: "A-1"), customerID: Town.mia.id, status: .delivered, revision: revision,
        total: Money(minorUnits: cents, usd), shipping: Money(minorUnits: 0, usd), tax: Money(minorUnits: 0, usd),
        refundedAmount: Money(minorUnits: 0, usd),
        exchangeRate: rate.map { try! ExchangeRate(Decimal($0)!, field: "exchange_rate") })
}

extension Town {
    @discardableResult
    func record(
        _ order: Order, from customer: Customer = mia, in shop: Shop = bakery
    ) async throws
        -> RecordOrder.Outcome
    {
        let record = RecordOrder(in: surroundings)
        return try await record(record.request(order, from: customer), in: shop, actor: "platform")
    }
}
