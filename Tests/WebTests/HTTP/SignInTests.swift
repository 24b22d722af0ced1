import Hummingbird
import ExactJSON
import Loyalty

import Testing

@testable import Operations
@testable import Web

struct SignInTests {
    private let login = "/api/auth/login/"
    private let refresh = "/api/auth/token/refresh/"
    private let right = #"{"username":"Mia@example.org","password":"five gold rings"}"#

    @Test func `a name and a password give tokens that work, and renew themselves`() async throws {
        let server = try await serverWithMia()
        let answer = try await server.call(.post, login, body: right)
        #expect(answer.status == 200)
        let access = try #require(try answer.member("access"))
        let refreshing = try #require(try answer.member("refresh"))
        #expect(try await server.call(.get, "/probe/person", access).member("caller") == "mia")
        #expect(try await server.call(.get, "/probe/person", refreshing).status == 401, "only for getting another")
        server.clock.advance(seconds: 900)
        #expect(try await server.call(.get, "/probe/person", access).status == 401)
        let renewed = try await server.call(.post, refresh, body: #"{"refresh":"\#(refreshing)"}"#)
        #expect(renewed.status == 200)
        let next = try #require(try renewed.member("access"))
        #expect(try await server.call(.get, "/probe/person", next).status == 200)
        #expect(try await server.call(.post, refresh, body: #"{"refresh":"\#(next)"}"#).status == 401)
        server.clock.advance(seconds: 7 * 86_400)
        #expect(try await server.call(.post, refresh, body: #"{"refresh":"\#(refreshing)"}"#).status == 401)
    }

    @Test func `a new password ends what the old one began`() async throws {
        let server = try await serverWithMia()
        let refreshing = try #require(try await server.call(.post, login, body: right).member("refresh"))
        server.clock.advance(seconds: 1)
        try await setAccount(of: "mia", "mia@example.org", "six geese a-laying", at: server)
        #expect(try await server.call(.post, refresh, body: #"{"refresh":"\#(refreshing)"}"#).status == 401)
        #expect(try await server.call(.post, login, body: right).status == 401)
    }

    @Test func `the platform's own refresh tokens are not renewed here`() async throws {
        let server = try await serverWithMia()
        let end = server.clock.now.milliseconds / 1_000 + 600
        let foreign = try TokenForge().shared(#"{"token_type":"refresh","exp":\#(end),"user_id":"mia"}"#)
        #expect(try await server.call(.post, refresh, body: #"{"refresh":"\#(foreign)"}"#).status == 401)
    }

    @Test func `a wrong name is answered like a wrong password`() async throws {
        let server = try await serverWithMia()
        let name = try await server.call(.post, login, body: #"{"username":"nobody","password":"five gold rings"}"#)
        let password = try await server.call(.post, login, body: #"{"email":"mia@example.org","password":"wrong"}"#)
        #expect(name.status == 401)
        #expect(try name.member("code") == "credentials_must_match_an_account")
        #expect(name.anonymous == password.anonymous)
    }

    @Test func `after ten failures even the right password must wait`() async throws {
        let server = try await serverWithMia()
        for _ in 1...10 {
            let answer = try await server.call(
                .post, login, body: #"{"username":"mia@example.org","password":"guess"}"#)
            #expect(answer.status == 401)
        }
        let blocked = try await server.call(.post, login, body: right)
        #expect(blocked.status == 429)
        #expect(blocked.headers[.retryAfter] == "600")
        server.clock.advance(seconds: 600)
        #expect(try await server.call(.post, login, body: right).status == 200)
    }

    @Test(arguments: [
        (#"{"username":"","password":"long enough"}"#, 400, "username_must_be_usable"),
        (#"{"username":"a b","password":"long enough"}"#, 400, "username_must_be_usable"),
        (#"{"username":"juma","password":"short"}"#, 400, "password_must_have_a_right_length"),
        (#"{"username":"MIA@example.org","password":"long enough"}"#, 409, "username_must_be_free"),
        (#"{"username":"juma"}"#, 400, "field_is_required"),
    ])
    func `an account that cannot be is refused`(body: String, status: Int, code: String) async throws {
        let server = try await serverWithMia()
        let answer = try await server.call(.put, "/api/accounts/juma", TestServer.platformKey, body: body)
        #expect(answer.status == status)
        #expect(try answer.member("code") == code)
    }

    @Test func `without a secret sign-in is off, and says so`() async throws {
        let server = try await TestServer(WebSettings(platformKey: TestServer.platformKey))
        let answer = try await server.call(.post, login, body: right)
        #expect(answer.status == 503)
        #expect(try answer.member("code") == "sign_in_must_be_configured")
    }

    @Test func `only a proxy of ours is believed about addresses`() async throws {
        let addresses: [(forwarded: String?, trusted: Set<String>, address: String)] = [
            (nil, [], "unknown"), ("10.0.0.9", [], "unknown"), ("10.0.0.9", ["unknown"], "10.0.0.9"),
            ("6.6.6.6, 10.0.0.9", ["unknown"], "10.0.0.9"),
            ("10.0.0.9, 10.0.0.1", ["unknown", "10.0.0.1"], "10.0.0.9"),
            ("10.0.0.1", ["unknown", "10.0.0.1"], "unknown"),
            ("6.6.6.6, nonsense", ["unknown"], "unknown"), ("10.0.0.9:4711", ["unknown"], "10.0.0.9"),
            ("[2001:db8:0:7::1]:4711", ["unknown"], "20010db800000007/64"),
            ("10.0.0.9, ::ffff:10.0.0.1", ["unknown", "10.0.0.1"], "10.0.0.9"),
            ("10.0.0.9, 2001:DB8::0:1", ["unknown", "2001:db8::1"], "10.0.0.9"),
        ]
        for (forwarded, trusted, address) in addresses {
            #expect(clientAddress(from: "unknown", forwardedFor: forwarded, trusting: trusted) == address)
        }
        let dual = clientAddress(from: "::ffff:127.0.0.1", forwardedFor: "10.0.0.9", trusting: ["127.0.0.1"])
        #expect(dual == "10.0.0.9", "a server that listens on both kinds of addresses")
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:0:7::1", "20010db800000007/64"), ("2001:DB8::7:ffff:0:0:2", "20010db800000007/64"),
        ("2001:db8:0:8::1", "20010db800000008/64"), ("::1", "0000000000000000/64"), ("unknown", "unknown"),
    ])
    func `a network of IPv6 is one address`(address: String, network: String) {
        #expect(clientAddress(from: address, forwardedFor: nil, trusting: []) == network)
        let isAddress = address != "unknown"
        let forwarded = clientAddress(from: "proxy", forwardedFor: address, trusting: ["proxy"])
        #expect(forwarded == (isAddress ? network : "proxy"))
    }

    private func serverWithMia() async throws -> TestServer {
        let server = try await TestServer()
        try await setAccount(of: "mia", "mia@example.org", "five gold rings", at: server)
        return server
    }

    private func setAccount(of person: String, _ name: String, _ password: String, at server: TestServer) async throws {
        let answer = try await server.call(
            .put, "/api/accounts/\(person)", TestServer.platformKey,
            body: #"{"username":"\#(name)","password":"\#(password)"}"#)
        #expect(answer.status == 204)
    }
}
