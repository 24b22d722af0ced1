import ExactJSON
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

struct BodyTests {
    @Test(arguments: [
        ("{}", 200), (#"{"a":19.990}"#, 200), ("", 400), ("{", 400), (#"{"a":"#, 400), ("[]", 400), ("null", 400),
        (#"{"a":1}x"#, 400), (#"{"a":NaN}"#, 400), (#"{"a":1,"a":2}"#, 400), ("{'a':1}", 400),
    ])
    func `a body is one JSON object, whole`(body: String, status: Int) async throws {
        let answer = try await TestServer().call(.post, "/probe/open", body: body)
        #expect(answer.status == status)
        #expect(answer.headers[.contentType] == (status == 200 ? "application/json" : "application/problem+json"))
    }

    @Test func `bytes that are no text are refused`() async throws {
        let answer = try await post(ByteBuffer(bytes: Array(#"{"a":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)))
        #expect(answer.status == .badRequest)
        #expect(String(buffer: answer.body).contains("body_must_be_utf_8"))
    }

    @Test(arguments: [
        ("application/json", 200), ("application/json; charset=utf-8", 200), ("Application/JSON", 200),
        ("application/merge-patch+json", 200), ("text/plain", 415), ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415), ("application/jsonx", 415), ("json", 415), ("", 415),
    ])
    func `only JSON is taken`(type: String, status: Int) async throws {
        let answer = try await TestServer().call(.post, "/probe/open", body: "{}", headers: ["Content-Type": type])
        #expect(answer.status == status)
    }

    @Test func `a body without a type is taken for JSON`() async throws {
        #expect(try await post(ByteBuffer(string: "{}")).status == .ok)
    }

    @Test func `a body may have a mebibyte and no byte more`() async throws {
        let frame = #"{"a":""}"#.utf8.count
        for (count, status) in [(1_048_576, 200), (1_048_577, 413), (10_000_000, 413)] {
            let body = #"{"a":""# + String(repeating: "x", count: count - frame) + #""}"#
            #expect(try await post(ByteBuffer(string: body)).status.code == status, "\(count) bytes")
        }
    }

    @Test func `a body that does not say how long it is has the same limit, and the connection goes on`() async throws {
        let server = try await TestServer()
        try await server.web.application().test(.live) { client in
            for _ in 1...2 {
                let long = try await client.execute(
                    uri: "/probe/open", method: .post, headers: [.transferEncoding: "chunked"],
                    body: ByteBuffer(repeating: 0x20, count: 3_000_000))
                #expect(long.status == .contentTooLarge)
                #expect(String(buffer: long.body).contains("body_must_not_be_too_large"))
            }
            #expect(try await client.execute(uri: "/healthz", method: .get).status == .ok)
        }
    }

    @Test(arguments: [
        ("shop_id=bakery", 200), ("shop_id=bak%65ry", 200), ("", 200), ("shop_id=", 200), ("shop_id=%", 400),
        ("shop_id=%FF", 400), ("shop_id=a&shop_id=b", 400), ("shop_id=\(String(repeating: "x", count: 65))", 400),
        ("shop_id=%00", 400), ("shop_id=butcher", 404), ("shop_id=bakery%2F..", 404), ("shop_id=ba+kery", 404),
    ])
    func `the query is decoded strictly`(query: String, status: Int) async throws {
        let server = try await TestServer()
        let answer = try await server.call(.get, "/probe/enter?\(query)", TestServer.platformKey)
        #expect(answer.status == status)
    }

    private func post(_ body: ByteBuffer) async throws -> TestResponse {
        try await TestServer().web.application().test(.router) { client in
            try await client.execute(uri: "/probe/open", method: .post, body: body)
        }
    }
}
