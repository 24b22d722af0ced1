import ExactJSON
import Hummingbird
import Testing

@testable import Web

struct RoutingTests {
    @Test func `paths work with and without a trailing slash`() async throws {
        let server = try await TestServer()
        for path in ["/healthz", "/healthz/", "/probe/open", "/probe/open/", "/openapi.json/"] {
            #expect([200, 204].contains(try await server.call(.get, path).status), "\(path)")
        }
    }

    @Test(arguments: [
        ("A-1001", "A-1001"), ("a%2Fb", "a/b"), ("%2E%2E", ".."), ("..", ".."), ("%2e%2e%2f%2e%2e%2fetc", "../../etc"),
        ("%22quoted%22", "\"quoted\""), ("O'Neil", "O'Neil"),
        ("%27%3B%20DROP%20TABLE%20entry%3B--", "'; DROP TABLE entry;--"),
        ("a+b", "a+b"), ("%C3%A9t%C3%A9", "été"), ("%F0%9F%8E%82", "🎂"), ("%25", "%"), ("%7Bshop%7D", "{shop}"),
        ("*", "*"), (":thing", ":thing"),
    ])
    func `an id in a path is any text, and stays one id`(part: String, id: String) async throws {
        let server = try await TestServer()
        let answer = try await server.call(
            .get, "/api/shops/bakery/probe/things/\(part)", try server.token(for: "amina"))
        #expect(answer.status == 200)
        #expect(try answer.member("thing") == id)
    }

    @Test(arguments: [
        ("%", "path_must_be_percent_encoded"), ("%2", "path_must_be_percent_encoded"),
        ("%ZZ", "path_must_be_percent_encoded"), ("%FF", "path_must_be_percent_encoded"),
        ("%C0%AF", "path_must_be_percent_encoded"), ("%00", "id_must_not_hold_control_characters"),
        ("%0A", "id_must_not_hold_control_characters"),
        (String(repeating: "x", count: 65), "id_must_have_64_characters_at_most"),
    ])
    func `what cannot be an id is refused`(part: String, code: String) async throws {
        let server = try await TestServer()
        let answer = try await server.call(
            .get, "/api/shops/bakery/probe/things/\(part)", try server.token(for: "amina"))
        #expect(answer.status == 400)
        #expect(try answer.member("code") == code)
        #expect(try answer.member("field") == "thing")
    }

    @Test func `empty parts of a path are not skipped`() async throws {
        let server = try await TestServer()
        let amina = try server.token(for: "amina")
        for path in [
            "//probe/open", "/probe//open", "/api/shops//probe/owner", "/api/shops/bakery//probe/owner",
            "/api/shops/bakery/probe/things//", "/probe/open//",
        ] {
            let answer = try await server.call(.get, path, amina)
            #expect(answer.status == 404, "\(path)")
            #expect(try answer.member("code") == "path_must_exist")
        }
    }

    @Test func `a method that a path does not take is told apart from a path that is not there`() async throws {
        let server = try await TestServer()
        for (method, path, allow) in [
            (.delete, "/probe/open", "GET, HEAD, POST"), (.put, "/healthz", "GET, HEAD"),
            (.patch, "/healthz/", "GET, HEAD"),
            (.get, "/api/accounts/mia", "PUT"), (.init("BREW")!, "/docs", "GET, HEAD"),
        ] as [(HTTPRequest.Method, String, String)] {
            let answer = try await server.call(method, path)
            #expect(answer.status == 405, "\(method) \(path)")
            #expect(answer.headers[.allow] == allow)
            #expect(try answer.member("code") == "method_must_be_allowed")
        }
        for path in ["/", "/nothing", "/api", "/api/shops/bakery/nothing", "/healthz/more"] {
            #expect(try await server.call(.put, path, body: "{}").member("code") == "path_must_exist", "\(path)")
        }
    }

    @Test func `HEAD answers like GET, without the body`() async throws {
        let server = try await TestServer()
        let (get, head) = (try await server.call(.get, "/docs"), try await server.call(.head, "/docs"))
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
    }

    @Test func `a request has an id, its own where that looks like one`() async throws {
        let server = try await TestServer()
        let named = try await server.call(.get, "/nothing", headers: ["X-Request-ID": "shop-42.a_b"])
        #expect(named.headers[.requestID] == "shop-42.a_b")
        #expect(try named.member("request_id") == "shop-42.a_b")
        for id in ["a b", "<script>", "", String(repeating: "x", count: 129), "a\"b"] {
            let answer = try await server.call(.get, "/nothing", headers: ["X-Request-ID": id])
            #expect(answer.headers[.requestID] != id)
            #expect(try answer.member("request_id") == answer.headers[.requestID])
        }
    }

    @Test func `pages of other origins are let in where they are listed, and nowhere else`() async throws {
        var settings = TestServer.settings
        settings.allowedOrigins = ["https://shop.example"]
        let server = try await TestServer(settings)
        let preflight = ["Origin": "https://shop.example", "Access-Control-Request-Method": "PUT"]
        let listed = try await server.call(.options, "/probe/open", headers: preflight)
        #expect(listed.status == 204)
        #expect(listed.headers[.accessControlAllowOrigin] == "https://shop.example")
        #expect(listed.headers[.accessControlAllowHeaders]?.contains("Authorization") == true)
        let answer = try await server.call(.get, "/probe/open", headers: ["Origin": "https://shop.example"])
        #expect(answer.headers[.accessControlAllowOrigin] == "https://shop.example")
        for origin in ["https://evil.example", "null", "https://shop.example.evil.example"] {
            let answer = try await server.call(.get, "/probe/open", headers: ["Origin": origin])
            #expect(answer.headers[.accessControlAllowOrigin] == nil)
        }
        let closed = try await TestServer().call(.options, "/probe/open", headers: preflight)
        #expect(closed.status == 405)
        #expect(closed.headers[.accessControlAllowOrigin] == nil)
    }
}
