import HummingbirdTesting
import Loyalty
import Testing

@testable import Operations
@testable import Web

/// The bakery with a mug for 50 points and a cake for 900, and Mia, who has 200 points there.
struct TillTown: Sendable {
    let server: TestServer
    let bakery: Shop
    let mug: Reward
    let cake: Reward

    init(operators: Set<String> = []) async throws {
        var settings = TestServer.settings
        settings.operators = operators
        server = try await TestServer(settings)
        let surroundings = server.surroundings
        bakery = try #require(try await surroundings.shops.shop(Identifier(trusted: "bakery")))
        _ = try await SaveProgram(in: surroundings)(in: bakery, actor: "amina") { $0 }
        let make = { @Sendable [bakery] (name: String, cost: Int64) in
            try await SaveReward(in: surroundings).make(in: bakery, actor: "amina") { id, _ in
                Reward(
                    id: id, name: name, description: "", benefit: .freeProduct("X"), cost: Points(cost),
                    minimumTierKey: "", limitPerCustomer: nil)
            }
        }
        mug = try await make("A mug", 50)
        cake = try await make("A cake", 900)
        try await order(by: "mia", named: "Mia Odhiambo", email: "mia@example.org", phone: "+254 700 000042")
    }

    /// Somebody buys for 200 shillings, which are 200 points.
    func order(by id: String, named name: String, email: String? = nil, phone: String? = nil) async throws {
        let customer = Customer(id: Identifier(trusted: id), name: name, email: email, phone: phone)
        let (kes, now) = (bakery.currency, server.clock.now)
        let order = Order(
            id: Identifier(trusted: "order-\(id)"), customerID: customer.id, status: .delivered, revision: 1,
            total: Money(minorUnits: 200_00, kes), shipping: Money(minorUnits: 0, kes),
            tax: Money(minorUnits: 0, kes), placedAt: now, updatedAt: now, deliveredAt: now, lines: [],
            refundedAmount: Money(minorUnits: 0, kes))
        let record = RecordOrder(in: server.surroundings)
        _ = try await record(record.request(order, from: customer), in: bakery, actor: "test")
    }

    /// A code of Mia's for a mug.
    func code() async throws -> RedemptionCode {
        try await RedeemReward(in: server.surroundings)(
            mug.id, by: Identifier(trusted: "mia"), in: bakery, actor: "mia"
        ).code
    }

    /// Juma joins with Mia's code.
    func invite() async throws {
        let mia = try await ViewMembers(in: server.surroundings)(Identifier(trusted: "mia"), in: bakery)
        _ = try await ClaimReferral(in: server.surroundings)(
            mia.member.referralCode, by: Identifier(trusted: "juma"), from: nil, in: bakery, actor: "juma")
    }

    func balance() async throws -> Int64 {
        try await ViewMembers(in: server.surroundings)(Identifier(trusted: "mia"), in: bakery).member.balance.count
    }

    /// Signs somebody in with the platform's token.
    func signIn(_ browser: PageVisit, _ person: String) async throws {
        let page = try await browser.post("/session", ["token": try server.token(for: person)], token: nil)
        #expect(page.status == 303)
    }
}

/// Opens the town, with a browser at its door.
func counting(_ body: @escaping @Sendable (PageVisit, TillTown) async throws -> Void) async throws {
    let town = try await TillTown()
    try await town.server.web.application().test(.router) { client in
        try await body(PageVisit(client), town)
    }
}
