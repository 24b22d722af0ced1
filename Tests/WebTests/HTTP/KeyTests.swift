import Hummingbird
import ExactJSON
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

extension TestServer {
    /// Makes an API key, as the owner does, and gives its secret.
    func key(scopes: String, in shop: String = "bakery", of owner: String = "amina") async throws -> String {
        let body = #"{"name":"till","scopes":["\#(scopes)"]}"#
        let answer = try await call(.post, "/api/shops/\(shop)/api-keys", try token(for: owner), body: body)
        return try #require(try answer.member("secret"))
    }
}

struct KeyTests {
    private let keys = "/api/shops/bakery/api-keys"

    @Test func `a key is shown once, and then only by its last four characters`() async throws {
        let server = try await TestServer()
        let amina = try server.token(for: "amina")
        let made = try await server.call(.post, keys, amina, body: #"{"name":"till","scopes":["orders","read"]}"#)
        let secret = try #require(try made.member("secret"))
        #expect(made.status == 201)
        #expect(secret.hasPrefix("tuzo_") && secret.utf8.count == 48)
        let list = try await server.call(.get, keys, amina)
        #expect(!list.text.contains(secret))
        let item = try list.json["items"]?[0]
        #expect(item?["last_four"] == .string(String(secret.suffix(4))))
        #expect(item?["name"] == .string("till"))
        #expect(item?["scopes"]?.description == #"["orders","read"]"#)
        #expect(item?["created_by"] == .string("amina"))
    }

    @Test func `a revoked key is good no more from that moment`() async throws {
        let server = try await TestServer()
        let amina = try server.token(for: "amina")
        let secret = try await server.key(scopes: "orders")
        #expect(try await server.call(.get, "/api/shops/bakery/probe/orders", secret).status == 200)
        guard case .string(let id)? = try await server.call(.get, keys, amina).json["items"]?[0]?["id"] else {
            return #expect(Bool(false), "there is a key")
        }
        #expect(try await server.call(.delete, "\(keys)/\(id)", amina).status == 204)
        #expect(try await server.call(.get, "/api/shops/bakery/probe/orders", secret).status == 401)
        #expect(try await server.call(.delete, "\(keys)/\(id)", amina).status == 404)
        #expect(try await server.call(.get, keys, amina).json["items"]?[0] == nil)
    }

    @Test func `it is told when a key was last in use, to within the hour`() async throws {
        let server = try await TestServer()
        func lastUse() async throws -> String? {
            try await server.call(.get, keys, try server.token(for: "amina")).json["items"]?[0]?["last_used_at"]?
                .description
        }
        func use(_ secret: String) async throws {
            #expect(try await server.call(.get, "/api/shops/bakery/probe/orders", secret).status == 200)
        }
        let secret = try await server.key(scopes: "orders")
        #expect(try await lastUse() == "null")
        let first = server.clock.now
        try await use(secret)
        #expect(try await lastUse() == "\"\(first)\"")
        server.clock.advance(seconds: 3_599)
        try await use(secret)
        #expect(try await lastUse() == "\"\(first)\"")
        server.clock.advance(seconds: 6)
        let later = server.clock.now
        try await use(secret)
        #expect(try await lastUse() == "\"\(later)\"")
    }

    @Test func `a key that another server revokes dies within seconds`() async throws {
        let server = try await TestServer()
        let secret = try await server.key(scopes: "orders")
        let ring = KeyRing(server.surroundings, platformKey: nil)
        #expect(try await ring.key(of: secret) != nil)
        let now = server.clock.now
        try await server.surroundings.database.write { connection in
            let bakery = Shop.ID(trusted: "bakery")
            for record in try KeyStore(connection).keys(in: bakery) {
                _ = try KeyStore(connection).revoke(record.key.id, in: bakery, at: now)
            }
        }
        #expect(try await ring.key(of: secret) != nil, "remembered for a moment")
        server.clock.advance(seconds: 5)
        #expect(try await ring.key(of: secret) == nil)
    }

    @Test func `a key belongs to its shop`() async throws {
        let server = try await TestServer()
        let amina = try server.token(for: "amina")
        _ = try await server.key(scopes: "orders", in: "bookshop", of: "ben")
        guard
            case .string(let id)? = try await server.call(
                .get, "/api/shops/bookshop/api-keys", try server.token(for: "ben")
            ).json["items"]?[0]?["id"]
        else { return #expect(Bool(false), "there is a key") }
        #expect(try await server.call(.delete, "\(keys)/\(id)", amina).status == 404)
        #expect(try await server.call(.delete, "/api/shops/bookshop/api-keys/\(id)", amina).status == 404)
    }

    @Test(arguments: [
        (#"{"scopes":["orders"]}"#, "field_is_required", "name"),
        (#"{"name":"","scopes":["orders"]}"#, "key_must_have_a_name", "name"),
        (#"{"name":"a"}"#, "field_is_required", "scopes"),
        (#"{"name":"a","scopes":[]}"#, "key_must_have_a_scope", "scopes"),
        (#"{"name":"a","scopes":["all"]}"#, "field_must_be_one_of_its_choices", "scopes[0]"),
        (#"{"name":"a","scopes":"orders"}"#, "field_must_be_a_list", "scopes"),
        (#"{"name":7,"scopes":["orders"]}"#, "field_must_be_text", "name"),
    ])
    func `a key that cannot be is refused`(body: String, code: String, field: String) async throws {
        let server = try await TestServer()
        let answer = try await server.call(.post, keys, try server.token(for: "amina"), body: body)
        #expect(answer.status == 400)
        #expect(try answer.member("code") == code)
        #expect(try answer.member("field") == field)
    }

    @Test func `secrets are kept only as hashes, and acts are in the audit log without them`() async throws {
        let server = try await TestServer()
        let secret = try await server.key(scopes: "orders")
        let acts = try await server.surroundings.database.read { connection in
            try AuditLogStore(connection).acts(in: Identifier(trusted: "bakery"), before: nil, limit: 10)
        }
        #expect(acts.contains { $0.action == "issue_key" && $0.actor == "amina" })
        #expect(!acts.contains { $0.after.contains(secret) })
        let key = try await server.surroundings.database.read { connection in
            try KeyStore(connection).key(secretHash: secretHash(secret))
        }
        #expect(key?.key.shopID?.text == "bakery")
    }
}
