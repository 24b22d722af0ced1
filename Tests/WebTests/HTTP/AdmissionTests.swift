import Hummingbird
import Loyalty
import Testing

@testable import Web

struct AdmissionTests {
    /// Who is let into the bakery where, and as what; `-` is "there is no such shop", `!` is "you may not do this".
    @Test(arguments: [
        ("amina", ["owner": "owner", "till": "owner", "orders": "!", "member": "owner"]),
        ("otieno", ["owner": "!", "till": "staff", "orders": "!", "member": "staff"]),
        ("ben", ["owner": "-", "till": "-", "orders": "-", "member": "member"]),
        ("wanja", ["owner": "-", "till": "-", "orders": "-", "member": "member"]),
        ("mia", ["owner": "-", "till": "-", "orders": "-", "member": "member"]),
    ])
    func `a shop's records say who may do what`(person: String, roles: [String: String]) async throws {
        let server = try await TestServer()
        try await expect(roles, for: try server.token(for: person), at: server)
    }

    @Test func `keys open what they are for`() async throws {
        let server = try await TestServer()
        try await expect(
            ["owner": "!", "till": "!", "orders": "platform", "member": "!"], for: TestServer.platformKey, at: server)
        let key = try await server.key(scopes: "redemptions")
        try await expect(["owner": "!", "till": "key", "orders": "!", "member": "!"], for: key, at: server)
        let other = try await server.key(scopes: "redemptions", in: "bookshop", of: "ben")
        try await expect(["owner": "-", "till": "-", "orders": "-", "member": "-"], for: other, at: server)
    }

    @Test func `a shop one has nothing to do with looks exactly like one that is not there`() async throws {
        let server = try await TestServer()
        let key = try await server.key(scopes: "orders", in: "bookshop", of: "ben")
        for bearer in [try server.token(for: "ben"), try server.token(for: "mia"), key] {
            let foreign = try await server.call(.get, "/api/shops/bakery/probe/owner", bearer)
            let missing = try await server.call(.get, "/api/shops/butcher/probe/owner", bearer)
            #expect(foreign.status == 404 && missing.status == 404)
            #expect(foreign.anonymous == missing.anonymous)
            #expect(foreign.headers.map(\.name) == missing.headers.map(\.name))
            #expect(try foreign.member("code") == "shop_must_exist")
            #expect(try foreign.member("error") == "Shop not found")
        }
    }

    @Test func `rights end with the record that gives them`() async throws {
        let server = try await TestServer()
        let (amina, otieno) = (try server.token(for: "amina"), try server.token(for: "otieno"))
        #expect(try await server.call(.delete, "/api/shops/bakery/staff/otieno", amina).status == 204)
        #expect(try await server.call(.get, "/api/shops/bakery/probe/till", otieno).status == 404)
        #expect(try await server.call(.delete, "/api/shops/bakery/staff/otieno", amina).status == 404)
        let again = try await server.call(.post, "/api/shops/bakery/staff", amina, body: #"{"customer_id":"otieno"}"#)
        #expect(again.status == 201)
        #expect(try await server.call(.get, "/api/shops/bakery/probe/till", otieno).status == 200)
        let owner = try await server.call(.post, "/api/shops/bakery/staff", amina, body: #"{"customer_id":"amina"}"#)
        #expect(owner.status == 400)
        #expect(try owner.member("code") == "staff_must_not_be_the_owner")
    }

    @Test func `the lack of a right is named, and who has it`() async throws {
        let server = try await TestServer()
        let answer = try await server.call(.get, "/api/shops/bakery/probe/owner", try server.token(for: "otieno"))
        #expect(answer.status == 403)
        #expect(try answer.member("code") == "caller_must_have_the_right")
        #expect(try answer.member("error") == "This is for the shop's owner.")
    }

    @Test func `without credentials nobody gets anywhere, whatever is there`() async throws {
        let server = try await TestServer()
        for path in [
            "/probe/caller", "/probe/person", "/probe/platform", "/api/shops/bakery/probe/owner",
            "/api/shops/butcher/probe/owner", "/api/shops/bakery/probe/things/%FF", "/api/shops/bakery/api-keys",
        ] {
            let answer = try await server.call(.get, path)
            #expect(answer.status == 401, "\(path)")
            #expect(try answer.member("code") == "credentials_must_be_given")
            #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func `some calls are for persons, and some for the platform`() async throws {
        let server = try await TestServer()
        let mia = try server.token(for: "mia")
        let key = try await server.key(scopes: "orders")
        #expect(try await server.call(.get, "/probe/person", mia).member("caller") == "mia")
        #expect(try await server.call(.get, "/probe/person", key).member("code") == "caller_must_be_a_person")
        #expect(
            try await server.call(.get, "/probe/platform", TestServer.platformKey).member("caller") == "key:platform")
        for bearer in [mia, key] {
            let answer = try await server.call(.get, "/probe/platform", bearer)
            #expect(answer.status == 403)
            #expect(try answer.member("code") == "caller_must_be_the_platform")
        }
    }

    @Test func `a shop that the path does not name is entered by the same rules`() async throws {
        let server = try await TestServer()
        for (bearer, status) in [
            (try server.token(for: "amina"), 200), (TestServer.platformKey, 200),
            (try server.token(for: "otieno"), 403),
            (try server.token(for: "ben"), 404), (try await server.key(scopes: "orders"), 403),
        ] {
            #expect(try await server.call(.get, "/probe/enter?shop_id=bakery", bearer).status == status)
        }
    }

    private func expect(_ roles: [String: String], for bearer: String, at server: TestServer) async throws {
        for (endpoint, role) in roles {
            let answer = try await server.call(.get, "/api/shops/bakery/probe/\(endpoint)", bearer)
            switch role {
            case "-": #expect(answer.status == 404, "\(endpoint)")
            case "!": #expect(answer.status == 403, "\(endpoint)")
            default: #expect(try answer.member("role") == role, "\(endpoint)")
            }
        }
    }
}
