import HTTPTypes
import HummingbirdTesting
import Loyalty
import Testing

@testable import Operations
@testable import Web

struct SessionTests {
    @Test func `who is not signed in is asked to, and then sees the page they wanted`() async throws {
        try await visiting { browser, _ in
            let refused = try await browser.get("/loyalty?a=1&b=%22")
            #expect(refused.status == 303)
            #expect(refused.location == "/login?next=%2Floyalty%3Fa%3D1%26b%3D%2522")
            let welcome = try await browser.signIn("mia", "five gold rings", next: "/loyalty?a=1&b=%22")
            #expect(welcome.status == 303)
            #expect(welcome.location == "/loyalty?a=1&b=%22")
            #expect(try await browser.get("/loyalty").status == 200)
            #expect(browser.attributes["tuzo_session"] == " Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax")
        }
    }

    @Test func `a wrong password keeps the name that was typed, and says so`() async throws {
        try await visiting { browser, _ in
            let page = try await browser.signIn("mia", "wrong")
            #expect(page.status == 401)
            #expect(page.html.contains("value=\"mia\""))
            #expect(page.html.contains("role=\"alert\""))
            #expect(browser.cookies["tuzo_session"] == nil)
        }
    }

    @Test(arguments: [
        ("https://evil.example", "/loyalty"), ("//evil.example", "/loyalty"), ("/\\evil.example", "/loyalty"),
        ("javascript:alert(1)", "/loyalty"), ("", "/loyalty"), ("/loyalty\r\nSet-Cookie: a=b", "/loyalty"),
        ("/shop/loyalty?shop=bakery", "/shop/loyalty?shop=bakery"),
    ])
    func `sign-in leads to pages of ours only`(next: String, path: String) { #expect(ownPath(next) == path) }

    @Test func `the platform's token signs its user in, and a wrong one nobody`() async throws {
        try await visiting { browser, server in
            let token = try server.token(for: "mia")
            let page = try await browser.post("/session", ["token": token, "next": "/loyalty"], token: nil)
            #expect(page.status == 303)
            #expect(page.location == "/loyalty")
            #expect(try await browser.get("/loyalty").status == 200)
            let stranger = try await browser.post("/session", ["token": token + "x"], token: nil)
            #expect(stranger.status == 401)
        }
    }

    @Test func `signing out ends the session, also for whoever copied the cookie`() async throws {
        try await visiting { browser, _ in
            _ = try await browser.signIn("mia", "five gold rings")
            let secret = try #require(browser.cookies["tuzo_session"])
            let token = try await browser.get("/loyalty").hidden("form_token")
            #expect(try await browser.post("/sign-out", [:], token: token).location == "/login")
            #expect(browser.cookies["tuzo_session"] == nil)
            browser.set("tuzo_session", to: secret)
            #expect(try await browser.get("/loyalty").status == 303)
        }
    }

    @Test func `signing out everywhere ends all sessions of the person, and a new password does too`() async throws {
        try await visiting { browser, server in
            let others = PageVisit(browser.client)
            _ = try await others.signIn("mia", "five gold rings")
            _ = try await browser.signIn("mia", "five gold rings")
            let token = try await browser.get("/loyalty").hidden("form_token")
            _ = try await browser.post("/sign-out-everywhere", [:], token: token)
            #expect(try await others.get("/loyalty").status == 303)
            _ = try await others.signIn("mia", "five gold rings")
            #expect(try await others.get("/loyalty").status == 200)
            _ = try await SaveAccount(in: server.surroundings, hasher: PasswordHasher(rounds: 16))(
                of: Identifier(trusted: "mia"), username: "mia", password: "six geese a-laying")
            #expect(try await others.get("/loyalty").status == 303)
        }
    }

    @Test func `a session ends by itself after two weeks`() async throws {
        try await visiting { browser, server in
            _ = try await browser.signIn("mia", "five gold rings")
            server.clock.advance(seconds: sessionSeconds - 1)
            #expect(try await browser.get("/loyalty").status == 200)
            server.clock.advance(seconds: 1)
            #expect(try await browser.get("/loyalty").status == 303)
        }
    }

    @Test func `a form that was not made here for this session does nothing`() async throws {
        try await visiting { browser, _ in
            let before = try await browser.get("/login").hidden("form_token")
            _ = try await browser.signIn("mia", "five gold rings")
            let token = try await browser.get("/loyalty").hidden("form_token")
            let forgeries: [(String?, [String: String])] = [
                (nil, [:]), ("", [:]), (before, [:]), (token.map { $0 + "x" }, [:]),
                (token, ["Sec-Fetch-Site": "cross-site"]), (token, ["Sec-Fetch-Site": "same-site"]),
            ]
            for (forged, headers) in forgeries {
                let answer = try await browser.post("/sign-out", [:], token: forged, headers)
                #expect(answer.status == 409, "\(forged ?? "none")")
                #expect(answer.html.contains("<h1>"))
            }
            #expect(try await browser.get("/loyalty").status == 200)
            let own = try await browser.post("/sign-out", [:], token: token, ["Sec-Fetch-Site": "same-origin"])
            #expect(own.status == 303)
        }
    }

    @Test func `the API does not take cookies`() async throws {
        try await visiting { browser, _ in
            _ = try await browser.signIn("mia", "five gold rings")
            #expect(try await browser.get("/probe/person").status == 401)
        }
    }

    @Test func `a page speaks the language that was chosen, and people are told of problems by pages`() async throws {
        try await visiting { browser, _ in
            let english = try await browser.get("/login")
            #expect(english.html.contains("<html lang=\"en\""))
            let form = ["language": "sw", "next": "/login"]
            #expect(try await browser.post("/language", form, token: english.hidden("form_token")).location == "/login")
            #expect(try await browser.get("/login").html.contains("Ingia"))
            let missing = try await browser.get("/no-such-page")
            #expect(missing.status == 404)
            #expect(missing.html.contains("Hakuna kitu hapa"))
        }
    }

    @Test func `pages are sent packed to whoever can unpack them, and forbid what they do not need`() async throws {
        try await visiting { browser, _ in
            let page = try await browser.get("/login", ["Accept-Encoding": "br, gzip"])
            #expect(page.headers[.contentEncoding] == "gzip")
            #expect(page.headers[.cacheControl] == "no-store")
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"))
        }
    }

    private func visiting(_ body: @escaping @Sendable (PageVisit, TestServer) async throws -> Void) async throws {
        let server = try await TestServer()
        _ = try await SaveAccount(in: server.surroundings, hasher: PasswordHasher(rounds: 16))(
            of: Identifier(trusted: "mia"), username: "mia", password: "five gold rings")
        try await server.web.application().test(.router) { client in
            try await body(PageVisit(client), server)
        }
    }
}
