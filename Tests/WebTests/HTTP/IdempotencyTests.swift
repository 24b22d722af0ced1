import Hummingbird
import ExactJSON
import Loyalty
import Operations
import Storage
import Testing

@testable import Web

struct IdempotencyTests {
    private let acts = "/api/shops/bakery/probe/acts"

    @Test func `a request that is sent again is answered again and not done again`() async throws {
        let server = try await TestServer()
        let first = try await act(at: server, key: "order-7")
        let second = try await act(at: server, key: "order-7")
        #expect(first.status == 201 && second.status == 201)
        #expect(first.text == second.text)
        #expect(first.headers[.contentType] == second.headers[.contentType])
        #expect(first.headers[.idempotencyReplayed] == nil)
        #expect(second.headers[.idempotencyReplayed] == "true")
        #expect(try await server.actCount == 1)
        _ = try await act(at: server, key: "order-8")
        _ = try await act(at: server, key: nil)
        _ = try await act(at: server, key: nil)
        #expect(try await server.actCount == 4)
    }

    @Test func `a refusal is answered again too`() async throws {
        let server = try await TestServer()
        let first = try await act(at: server, key: "a", end: "rejection")
        let second = try await act(at: server, key: "a", end: "rejection")
        #expect(first.status == 400)
        #expect(first.text == second.text, "down to the id of the request")
        #expect(second.headers[.contentType] == "application/problem+json")
    }

    @Test func `a key stands for one body`() async throws {
        let server = try await TestServer()
        _ = try await act(at: server, key: "a")
        let other = try await act(at: server, key: "a", end: "other")
        #expect(other.status == 422)
        #expect(try other.member("code") == "idempotency_key_must_match_its_body")
        #expect(try await server.actCount == 1)
    }

    @Test func `callers, shops and routes have keys of their own`() async throws {
        let server = try await TestServer()
        _ = try await act(at: server, key: "a")
        #expect(try await act(at: server, key: "a", by: "otieno").headers[.idempotencyReplayed] == nil)
        #expect(try await act(at: server, key: "a", by: "ben", in: "bookshop").headers[.idempotencyReplayed] == nil)
        let key = try await server.call(
            .post, "/api/shops/bakery/api-keys", try server.token(for: "amina"),
            body: #"{"name":"a","scopes":["read"]}"#,
            headers: ["Idempotency-Key": "a"])
        #expect(key.status == 201)
        #expect(key.headers[.idempotencyReplayed] == nil)
    }

    @Test func `of many at once one is done, and the others are told to wait`() async throws {
        let probe = Probe()
        let server = try await TestServer(probe: probe)
        async let first = act(at: server, key: "a", end: "wait")
        await probe.untilBegun()
        for _ in 1...5 {
            let answer = try await act(at: server, key: "a", end: "wait")
            #expect(answer.status == 409)
            #expect(try answer.member("code") == "idempotency_key_must_not_be_in_use")
        }
        probe.letGo()
        let answer = try await first
        #expect(answer.status == 201)
        #expect(try await act(at: server, key: "a", end: "wait").text == answer.text)
        #expect(try await server.actCount == 1)
    }

    @Test func `a failure before anything was done is not kept`() async throws {
        let server = try await TestServer()
        for _ in 1...2 {
            let answer = try await act(at: server, key: "a", end: "failure before")
            #expect(answer.status == 500)
            #expect(answer.headers[.idempotencyReplayed] == nil)
        }
        #expect(try await server.actCount == 0)
    }

    @Test func `a failure after something was done does not let it be done again`() async throws {
        let server = try await TestServer()
        #expect(try await act(at: server, key: "a", end: "failure after").status == 500)
        #expect(try await act(at: server, key: "a", end: "failure after").status == 409)
        server.clock.advance(seconds: 60)
        let answer = try await act(at: server, key: "a", end: "failure after")
        #expect(answer.status == 409)
        #expect(try answer.member("code") == "idempotency_key_must_have_its_answer")
        #expect(try await server.actCount == 1)
    }

    @Test func `what was cut off before its effect is done by the repetition, and not by a late first try`()
        async throws
    {
        let probe = Probe()
        let server = try await TestServer(probe: probe)
        async let late = act(at: server, key: "a", end: "wait")
        await probe.untilBegun()
        server.clock.advance(seconds: 60)
        async let repetition = act(at: server, key: "a", end: "wait")
        await probe.untilBegun()
        probe.letGo()
        let statuses = try await [late.status, repetition.status].sorted()
        #expect(statuses == [201, 409])
        #expect(try await server.actCount == 1)
    }

    @Test func `an answer that is too long to keep is still given once`() async throws {
        let server = try await TestServer()
        #expect(try await act(at: server, key: "a", end: "long").status == 201)
        #expect(try await act(at: server, key: "a", end: "long").status == 409)
        #expect(try await server.actCount == 1)
    }

    @Test func `after a day a key is new again`() async throws {
        let server = try await TestServer()
        _ = try await act(at: server, key: "a")
        server.clock.advance(seconds: 86_400)
        #expect(try await act(at: server, key: "a").headers[.idempotencyReplayed] == "true")
        server.clock.advance(seconds: 1)
        #expect(try await act(at: server, key: "a").headers[.idempotencyReplayed] == nil)
        #expect(try await server.actCount == 2)
    }

    @Test func `a key in quotes is the same as one without`() async throws {
        let server = try await TestServer()
        _ = try await act(at: server, key: "\"8e03978e\"")
        #expect(try await act(at: server, key: "8e03978e").headers[.idempotencyReplayed] == "true")
        for key in ["", "\"\"", "ключ", "a\tb", String(repeating: "k", count: 256)] {
            let answer = try await act(at: server, key: key)
            #expect(answer.status == 400, "\(key)")
            #expect(try answer.member("code") == "idempotency_key_must_be_printable")
        }
    }

    @Test func `what is shown only once is not readable in the database`() async throws {
        let server = try await TestServer()
        let answer = try await server.call(
            .post, "/api/shops/bakery/api-keys", try server.token(for: "amina"),
            body: #"{"name":"a","scopes":["read"]}"#,
            headers: ["Idempotency-Key": "a"])
        let secret = try #require(try answer.member("secret"))
        let kept = try await server.surroundings.database.read { connection in
            try connection.all("SELECT answer FROM kept_answer") { row in try row.bytes() }
        }
        #expect(kept.count == 1)
        #expect(!kept.contains { String(decoding: $0, as: UTF8.self).contains(secret) })
    }

    private func act(
        at server: TestServer, key: String?, end: String = "", by person: String = "amina", in shop: String = "bakery"
    ) async throws -> TestAnswer {
        try await server.call(
            .post, "/api/shops/\(shop)/probe/acts", try server.token(for: person), body: #"{"end":"\#(end)"}"#,
            headers: key.map { ["Idempotency-Key": $0] } ?? [:])
    }
}

extension TestServer {
    /// How often something was really done.
    fileprivate var actCount: Int {
        get async throws {
            try await surroundings.database.read { connection in
                try ["bakery", "bookshop"].reduce(0) { count, shop in
                    let acts = try AuditLogStore(connection).acts(
                        in: Identifier(trusted: shop), before: nil, limit: 100)
                    return count + acts.filter { $0.action == "act" }.count
                }
            }
        }
    }
}
