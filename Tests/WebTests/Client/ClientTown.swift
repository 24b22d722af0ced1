import ExactJSON
import HTTPTypes
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Loyalty
import Operations
import Storage
import TestDatabase
import Testing
import Web

/// A server as the platform and its client see it: two shops, over HTTP, on a real database, on 2 November 2026.
final class ClientTown: Sendable {
    static let platformKey = "platform-key-for-tests-0123456789"
    /// Requests carry their id in the logger, so it must be one that keeps metadata.
    private static let silentLogger: Logger = {
        var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }()
    private static let secret = "a secret for tests, 32 bytes long"

    let surroundings: Surroundings
    private let tokens: TokenIssuer
    private let web: WebApplication
    private let ground: TestDatabase

    /// - Parameter place: Where its database is made, where it must be a file.
    init(below place: URL? = nil) async throws {
        ground = try await TestDatabase.migrated(below: place)
        let now = try #require(Instant("2026-11-02T12:00:00Z"))
        surroundings = Surroundings(
            database: ClaimedWrites(ground.database, now: { now }), codeKey: [UInt8](repeating: 7, count: 32),
            now: { now })
        var settings = WebSettings(platformKey: Self.platformKey)
        settings.tokens.secret = Self.secret
        tokens = try #require(TokenIssuer(settings.tokens, in: surroundings))
        web = try WebApplication(
            surroundings, settings: settings,
            controllers: try Routes.controllers(surroundings, version: "test"), readyWithin: TestServer.readyWithin,
            version: "test",
            logger: Self.silentLogger)
    }

    /// - Parameter way: How its server is called; without the network, as a rule.
    func visit(over way: TestingSetup = .router, _ body: @Sendable @escaping (Visit) async throws -> Void) async throws
    {
        try await web.application().test(way) { client in
            try await body(Visit(client: client, town: self))
        }
    }

    func token(_ person: String) -> String {
        tokens.accessToken(for: Identifier(trusted: person))
    }
}

/// Calls to the server of one test.
struct Visit: Sendable {
    let client: any TestClientProtocol
    let town: ClientTown

    /// An answer, its body as JSON.
    struct Answer: Equatable {
        let status: Int
        let body: JSONValue
        var headers: HTTPFields = [:]
    }

    /// - Parameter caller: A user id, `platform`, or nobody.
    func call(
        _ method: HTTPRequest.Method, _ path: String, as caller: String?, _ body: JSONValue? = nil,
        headers named: [String: String] = [:]
    ) async throws -> Answer {
        var headers: HTTPFields = [:]
        for (name, value) in named { headers[try #require(HTTPField.Name(name))] = value }
        if let caller {
            let token = caller == "platform" ? ClientTown.platformKey : town.token(caller)
            headers[.authorization] = "Bearer \(token)"
        }
        if body != nil { headers[.contentType] = "application/json" }
        let sent = body.map { ByteBuffer(bytes: $0.jsonBytes) }
        return try await client.execute(uri: path, method: method, headers: headers, body: sent) { response in
            let bytes = Array(response.body.readableBytesView)
            return Answer(
                status: Int(response.status.code), body: bytes.isEmpty ? .null : try JSONValue(parsing: bytes),
                headers: response.headers)
        }
    }

    /// The whole answer, which must have that status.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, as caller: String?, _ body: JSONValue? = nil,
        gives status: Int = 200,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let answer = try await call(method, path, as: caller, body)
        #expect(answer.status == status, "\(answer.body)", sourceLocation: sourceLocation)
        return answer.body
    }
}
