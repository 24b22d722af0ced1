import ExactJSON
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Loyalty
import Testing

@testable import Operations
@testable import Web

/// Two servers on one database: what is ended or used up on one of them is so on the other.
struct ServersTests {
    private static let login = "/api/auth/login"
    private static let right = #"{"username":"mia@example.org","password":"five gold rings"}"#
    private static let wrong = #"{"username":"mia@example.org","password":"a guess"}"#

    private let one: TestServer
    private let two: TestServer

    init() async throws {
        one = try await TestServer()
        two = try TestServer(beside: one)
        _ = try await SaveAccount(in: one.surroundings, hasher: PasswordHasher(rounds: 16))(
            of: Identifier(trusted: "mia"), username: "mia@example.org", password: "five gold rings")
    }

    @Test func `wrong passwords are counted by both together`() async throws {
        for number in 1...10 {
            let server = number.isMultiple(of: 2) ? one : two
            #expect(try await server.call(.post, Self.login, body: Self.wrong).status == 401)
        }
        for server in [one, two] {
            let refused = try await server.call(.post, Self.login, body: Self.right)
            #expect(refused.status == 429)
            #expect(refused.headers[.retryAfter] == "600")
        }
        one.clock.advance(seconds: 600)
        for server in [one, two] {
            #expect(try await server.call(.post, Self.login, body: Self.right).status == 200)
        }
    }

    @Test func `of 64 wrong passwords at once, ten are looked at`() async throws {
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<64 {
                group.addTask {
                    try await (number.isMultiple(of: 2) ? one : two).call(.post, Self.login, body: Self.wrong).status
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 401 } == 10)
        #expect(statuses.count { $0 == 429 } == 54)
    }

    @Test func `an attempt at a password is no effect of its request`() async throws {
        for number in 1...2 {
            let answer = try await one.call(
                .post, Self.login, body: Self.wrong, headers: ["Idempotency-Key": "sign-in-\(number)"])
            let again = try await two.call(
                .post, Self.login, body: Self.wrong, headers: ["Idempotency-Key": "sign-in-\(number)"])
            #expect(answer.status == 401)
            #expect(again.status == 401)
        }
    }

    @Test func `signing out everywhere on one ends the sessions of the other at once, and a new password does`()
        async throws
    {
        try await one.web.application().test(.router) { first in
            try await two.web.application().test(.router) { second in
                let (here, there) = (PageVisit(first), PageVisit(second))
                for visit in [here, there] {
                    _ = try await visit.signIn("mia@example.org", "five gold rings")
                    #expect(try await visit.get("/loyalty").status == 200)
                }
                let token = try await here.get("/loyalty").hidden("form_token")
                _ = try await here.post("/sign-out-everywhere", [:], token: token)
                #expect(try await there.get("/loyalty").status == 303)
                _ = try await there.signIn("mia@example.org", "five gold rings")
                _ = try await SaveAccount(in: one.surroundings, hasher: PasswordHasher(rounds: 16))(
                    of: Identifier(trusted: "mia"), username: "mia@example.org", password: "six geese a-laying")
                #expect(try await there.get("/loyalty").status == 303)
            }
        }
    }

    @Test func `who is taken from the staff on one is let in by the other no more`() async throws {
        let otieno = try one.token(for: "otieno")
        let probe = "/api/shops/bakery/probe/till"
        #expect(try await two.call(.get, probe, otieno).status == 200)
        let removal = try await one.call(.delete, "/api/shops/bakery/staff/otieno", try one.token(for: "amina"))
        #expect(removal.status == 204)
        #expect(try await two.call(.get, probe, otieno).status == 404)
    }

    @Test func `a key that is revoked on one is good on the other for five seconds at most`() async throws {
        let (keys, probe) = ("/api/shops/bakery/api-keys", "/api/shops/bakery/probe/orders")
        let (amina, secret) = (try one.token(for: "amina"), try await one.key(scopes: "orders"))
        for server in [one, two] { #expect(try await server.call(.get, probe, secret).status == 200) }
        guard case .string(let id)? = try await one.call(.get, keys, amina).json["items"]?[0]?["id"] else {
            return #expect(Bool(false), "there is a key")
        }
        #expect(try await one.call(.delete, "\(keys)/\(id)", amina).status == 204)
        #expect(try await one.call(.get, probe, secret).status == 401)
        one.clock.advance(seconds: 5)
        #expect(try await two.call(.get, probe, secret).status == 401)
    }

    @Test func `a shop that changes hands on one has its new owner on the other within five seconds`() async throws {
        let settings = "/api/shops/bakery/api-keys"
        #expect(try await two.call(.get, settings, try two.token(for: "amina")).status == 200)
        let sold = Shop(
            id: Identifier(trusted: "bakery"), name: "bakery", ownerID: Identifier(trusted: "wanjiku"),
            currency: try Currency("KES"), timeZone: "Africa/Nairobi")
        _ = try await SaveShop(in: one.surroundings)(sold, actor: "test")
        one.clock.advance(seconds: 5)
        #expect(try await two.call(.get, settings, try two.token(for: "amina")).status == 404)
        #expect(try await two.call(.get, settings, try two.token(for: "wanjiku")).status == 200)
    }

    @Test func `a request that one has done is answered again by the other`() async throws {
        func act(at server: TestServer) async throws -> TestAnswer {
            try await server.call(
                .post, "/api/shops/bakery/api-keys", try server.token(for: "amina"),
                body: #"{"name":"till","scopes":["read"]}"#, headers: ["Idempotency-Key": "a"])
        }
        let (first, second) = (try await act(at: one), try await act(at: two))
        #expect(first.status == 201)
        #expect(second.text == first.text)
        #expect(second.headers[.idempotencyReplayed] == "true")
    }
}
