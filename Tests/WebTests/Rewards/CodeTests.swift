import ExactJSON
import HTTPTypes
import Loyalty
import Operations
import Testing

@testable import Web

struct CodeTests {
    /// The bakery has given Mia a code for a coffee.
    private func serverWithCode() async throws -> (server: TestServer, code: RedemptionCode) {
        let server = try await TestServer()
        return (server, try await server.issueCode())
    }

    @Test func `a code is used once`() async throws {
        let (server, code) = try await serverWithCode()
        let otieno = try server.token(for: "otieno")
        let path = "/api/shops/bakery/codes/\(code.grouped)/use"
        let first = try await server.call(.put, path, otieno)
        #expect(first.status == 200)
        #expect(try first.member("status") == "redeemed")
        let second = try await server.call(.put, path, otieno)
        #expect(second.status == 409)
        #expect(try second.member("code") == "code_must_not_be_used")
    }

    @Test func `a code of another shop looks like one that does not exist`() async throws {
        let (server, code) = try await serverWithCode()
        let ben = try server.token(for: "ben")
        let other = RedemptionCode(random: 99)
        for method in [("GET", ""), ("PUT", "/use")] {
            let own = try await server.call(
                method.0 == "GET" ? .get : .put, "/api/shops/bookshop/codes/\(code.symbols)\(method.1)", ben)
            let unknown = try await server.call(
                method.0 == "GET" ? .get : .put, "/api/shops/bookshop/codes/\(other.symbols)\(method.1)", ben)
            #expect(own.status == 404)
            #expect(own.anonymous == unknown.anonymous)
            #expect(try own.member("code") == "redemption_must_exist")
        }
        #expect(try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", ben).status == 404)
    }

    @Test func `a code mistyped by one symbol is told apart from an unknown one`() async throws {
        let (server, code) = try await serverWithCode()
        let otieno = try server.token(for: "otieno")
        var symbols = Array(code.symbols)
        symbols[3] = symbols[3] == "7" ? "8" : "7"
        let mistyped = try await server.call(.get, "/api/shops/bakery/codes/\(String(symbols))", otieno)
        #expect(mistyped.status == 400)
        #expect(try mistyped.member("code") == "code_must_not_be_mistyped")
        #expect(try mistyped.member("field") == "code")
        let unknown = try await server.call(
            .get, "/api/shops/bakery/codes/\(RedemptionCode(random: 99).symbols)", otieno)
        #expect(unknown.status == 404)
    }

    @Test func `who guesses ten codes that do not exist waits, with right ones too`() async throws {
        let (server, code) = try await serverWithCode()
        let otieno = try server.token(for: "otieno")
        for number in 1...10 { #expect(try await server.guess(number, as: otieno) == 404) }
        let refused = try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", otieno)
        #expect(refused.status == 429)
        #expect(try refused.member("code") == "attempts_must_not_be_too_many")
        #expect(refused.headers[.retryAfter] == "600")
        let use = try await server.call(.put, "/api/shops/bakery/codes/\(code.symbols)/use", otieno)
        #expect(use.status == 429)
        let amina = try server.token(for: "amina")
        #expect(try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", amina).status == 200)
        server.clock.advance(seconds: 600)
        #expect(try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", otieno).status == 200)
    }

    @Test func `mistyped codes and right ones do not count`() async throws {
        let (server, code) = try await serverWithCode()
        let otieno = try server.token(for: "otieno")
        var symbols = Array(code.symbols)
        symbols[3] = symbols[3] == "7" ? "8" : "7"
        for _ in 1...15 {
            #expect(try await server.call(.get, "/api/shops/bakery/codes/\(String(symbols))", otieno).status == 400)
            #expect(try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", otieno).status == 200)
        }
    }

    @Test func `an address that guesses as many people waits too`() async throws {
        let (server, code) = try await serverWithCode()
        let bakery = try #require(try await server.surroundings.shops.shop(Identifier(trusted: "bakery")))
        for number in 1...3 {
            _ = try await AddStaff(in: server.surroundings)(
                Identifier(trusted: "till-\(number)"), in: bakery, actor: "amina")
            let token = try server.token(for: "till-\(number)")
            for guess in 1...10 { #expect(try await server.guess(100 * number + guess, as: token) == 404) }
        }
        let amina = try server.token(for: "amina")
        #expect(try await server.call(.get, "/api/shops/bakery/codes/\(code.symbols)", amina).status == 429)
    }
}

extension TestServer {
    fileprivate func guess(_ number: Int, as bearer: String) async throws -> Int {
        try await call(
            .get, "/api/shops/bakery/codes/\(RedemptionCode(random: UInt128(number)).symbols)", bearer
        ).status
    }

    /// Has Mia earn at the bakery, and redeem a coffee there.
    fileprivate func issueCode() async throws -> RedemptionCode {
        let bakery = try #require(try await surroundings.shops.shop(Identifier(trusted: "bakery")))
        _ = try await SaveProgram(in: surroundings)(in: bakery, actor: "amina") { $0 }
        let mia: Customer.ID = Identifier(trusted: "mia")
        let record = RecordOrder(in: surroundings)
        let money = Money(minorUnits: 10_000, bakery.currency)
        let none = Money(minorUnits: 0, bakery.currency)
        let order = Order(
            id: Identifier(trusted: "A-1"), customerID: mia, status: .delivered, revision: 1, total: money,
            shipping: none, tax: none, placedAt: clock.now, refundedAmount: none)
        _ = try await record(record.request(order, from: Customer(id: mia, name: "Mia")), in: bakery, actor: "platform")
        let coffee = try await SaveReward(in: surroundings).make(in: bakery, actor: "amina") { id, _ in
            Reward(
                id: id, name: "Coffee", description: "", benefit: .freeProduct("Coffee"), cost: Points(50),
                minimumTierKey: "")
        }
        return try await RedeemReward(in: surroundings)(coffee.id, by: mia, in: bakery, actor: "mia").code
    }
}
