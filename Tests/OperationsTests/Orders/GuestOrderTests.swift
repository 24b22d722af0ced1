import Loyalty
import Operations
import Storage
import Testing

struct GuestOrderTests {
    private let town: Town

    init() async throws { town = try await Town.open() }

    @Test func `a guest's order earns nothing and enrols nobody`() async throws {
        guard case .kept(let kept) = try await town.receive(of: guest, 4_200) else {
            Issue.record("it was recorded as a customer's")
            return
        }
        #expect(kept.isNew && kept.isChanged && !kept.decision.isStale)
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.member() }
        let shown = try await ViewOrder(in: town.surroundings)(orderID, of: nil, in: Town.bakery)
        #expect(shown.order.total.minorUnits == 4_200 && shown.posted == .zero)
        await #expect(throws: OrderRejection(.orderMustExist)) {
            try await ViewOrder(in: town.surroundings)(orderID, of: Town.mia.id, in: Town.bakery)
        }
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `older states of it are ignored, and what cannot be is refused`() async throws {
        try await town.receive(of: guest, 4_200, revision: 3)
        guard case .kept(let late) = try await town.receive(of: guest, 9_900, revision: 2) else { return }
        #expect(late.decision.isStale && !late.isChanged)
        #expect(late.decision.kept.order.total.minorUnits == 4_200)
        await #expect(throws: OrderRejection(.refundMustNotExceedTheTotal, field: "refunded_amount")) {
            try await town.receive(of: guest, 4_200, revision: 4, refunded: 4_201)
        }
        let unborn = Customer(id: .guest, name: "", email: "mia@example.org", birthday: Day("2090-01-01"))
        await #expect(throws: CustomerRejection(.birthdayMustNotBeInTheFuture, field: "customer.birthday")) {
            try await town.receive(of: unborn, 4_200, revision: 4)
        }
    }

    @Test func `a state that names a customer makes it theirs, and states that name none stay theirs`() async throws {
        try await town.receive(of: guest, 4_200)
        let outcome = try await town.order("A-1", 4_200, revision: 2)
        #expect(outcome.decision.posting?.entry.points == Points(42))
        guard case .recorded(let refund) = try await town.receive(of: guest, 4_200, revision: 3, refunded: 1_200) else {
            Issue.record("it fell back to the guest")
            return
        }
        #expect(refund.decision.posting?.entry.points == Points(-12))
        #expect(try await town.member().member.balance == Points(30))
    }

    @Test func `a state that names a customer and comes late takes what is known since`() async throws {
        try await town.receive(of: guest, 4_200, revision: 5, refunded: 1_200)
        let outcome = try await town.order("A-1", 4_200, revision: 2)
        #expect(outcome.decision.held.order.revision == 5)
        #expect(outcome.decision.posting?.entry.points == Points(30))
    }

    @Test func `a claimed order earns as if it were processed now`() async throws {
        try await town.receive(of: guest, 60_000)
        town.clock.advance(days: 10)
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.pointsPerUnit = Rate(tenThousandths: 20_000)
            return program
        }
        try await town.order("A-2", 60_000)
        let claimed = try await town.claim(for: Town.mia.id)
        let posting = try #require(claimed.decision.posting)
        #expect(posting.entry.points == Points(1_200), "by the program of today, and the tier of the order's own day")
        #expect(posting.opens?.earnedAt == Instant("2026-11-02T12:00:00Z"))
        #expect(posting.opens?.expiresOn == Day("2027-11-02"))
        #expect(try await town.member().member.orderCount == 2)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `claiming twice is harmless, and an order has one customer`() async throws {
        try await town.receive(of: guest, 4_200)
        _ = try await town.claim(for: Town.mia.id)
        let again = try await town.claim(for: Town.mia.id)
        #expect(again.decision.posting == nil && !again.isChanged)
        await #expect(throws: OrderRejection(.orderMustKeepItsCustomer, field: "customer_id")) {
            try await town.claim(for: Town.juma.id)
        }
        await #expect(throws: OrderRejection(.orderMustExist)) { try await town.claim("A-9", for: Town.mia.id) }
        #expect(try await town.member().member.balance == Points(42))
    }

    @Test func `customers claim for themselves what was ordered by their address or number`() async throws {
        try await town.receive(of: guest, 4_200)
        for stranger in [Town.juma, Customer(id: Identifier(trusted: "nobody"), name: "")] {
            _ = try await SaveCustomer(in: town.surroundings)(stranger)
            await #expect(throws: OrderRejection(.orderMustExist)) {
                try await town.claim(for: stranger.id, isForOneself: true)
            }
        }
        _ = try await SaveCustomer(in: town.surroundings)(Town.mia)
        let claimed = try await town.claim(for: Town.mia.id, isForOneself: true)
        #expect(claimed.decision.posting?.entry.points == Points(42))
        await #expect(throws: OrderRejection(.orderMustExist), "to Juma it looks as if it were not there") {
            try await town.claim(for: Town.juma.id, isForOneself: true)
        }
        #expect(try await town.claim(for: Town.mia.id, isForOneself: true).isChanged == false)
    }

    @Test func `a file may hold orders of guests`() async throws {
        let desk = try await ImportDesk()
        let path = try desk.write(
            """
            {"order_id": "G-1", "status": "delivered", "total": "42.00", "customer": {"phone": "+254 700 000 001"}}
            {"order_id": "G-2", "status": "delivered", "total": "42.00", "customer": {"name": "Nobody"}}

            """, as: "orders.jsonl")
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (1, 1))
        #expect(try await desk.importOrders(path).unchanged == 1)
        #expect(try await desk.balances() == [])
    }
}

private let orderID: Order.ID = Identifier(trusted: "A-1")
private let guest = Customer(id: .guest, name: "M. Odhiambo", email: "M.ia+shop@Example.org")

extension Town {
    @discardableResult
    func receive(
        of customer: Customer, _ total: Int64, revision: Int64 = 1, refunded: Int64 = 0
    ) async throws -> ReceiveOrder.Receipt {
        func money(_ units: Int64) -> Money { Money(minorUnits: units, Town.bakery.currency) }
        let order = Order(
            id: orderID, customerID: customer.id, status: .delivered, revision: revision, total: money(total),
            shipping: money(0), tax: money(0), placedAt: clock.now, refundedAmount: money(refunded))
        let record = RecordOrder(in: surroundings).request(order, from: customer)
        return try await surroundings.write(in: Town.bakery.id) { [surroundings] transaction in
            try ReceiveOrder(in: surroundings).receive(record, in: Town.bakery, actor: "platform", transaction)
        }
    }

    func claim(
        _ id: String = "A-1", for customer: Customer.ID, isForOneself: Bool = false
    ) async throws -> RecordOrder.Outcome {
        try await ClaimOrder(in: surroundings)(
            Identifier(trusted: id), for: customer, isForOneself: isForOneself, in: Self.bakery, actor: "amina")
    }
}
