import ExactJSON
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Loyalty
import Operations
import Storage
import Synchronization
import TestDatabase
import Testing

@testable import Web

/// A server with two shops on a real database, and a clock that stands until it is moved.
///
/// The bakery is Amina's, with Otieno at the till; the bookshop is Ben's, with Wanja. Mia and Juma are customers.
final class TestServer: Sendable {
    let surroundings: Surroundings
    let clock: TestClock
    let web: WebApplication
    private let ground: TestDatabase

    static let secret = "the secret of the town's platform, long enough"
    static let platformKey = "the key of the town's platform, long enough"
    /// However busy the machine is with other tests.
    static let readyWithin = Duration.seconds(300)
    static let settings = WebSettings(port: 0, tokens: TokenSettings(secret: secret), platformKey: platformKey)

    init(_ settings: WebSettings = settings, probe: Probe = Probe()) async throws {
        (ground, clock) = (try await TestDatabase.migrated(), TestClock())
        surroundings = TestServer.surroundings(ground.database, clock)
        web = try TestServer.web(surroundings, settings, probe)
        for (id, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
            let shop = Shop(
                id: Identifier(trusted: id), name: id, ownerID: Identifier(trusted: owner),
                currency: try Currency("KES"),
                timeZone: "Africa/Nairobi")
            _ = try await SaveShop(in: surroundings)(shop, actor: "test")
        }
        for (person, shop) in [("otieno", "bakery"), ("wanja", "bookshop")] {
            let shop = try #require(
                try await surroundings.database.read { try ShopStore($0).shop(Identifier(trusted: shop)) })
            _ = try await AddStaff(in: surroundings)(Identifier(trusted: person), in: shop, actor: "test")
        }
    }

    /// Another server of the same town: it remembers nothing of what the first one does, and where their database is on
    /// a server, has it open by itself.
    init(beside other: TestServer) throws {
        (ground, clock) = (other.ground, other.clock)
        surroundings = TestServer.surroundings(try ground.another() ?? ground.database, clock)
        web = try TestServer.web(surroundings, TestServer.settings, Probe())
    }

    private static func surroundings(_ database: any SQLDatabase, _ clock: TestClock) -> Surroundings {
        let now = { @Sendable in clock.now }
        return Surroundings(
            database: ClaimedWrites(database, now: now), codeKey: [UInt8](repeating: 7, count: 32), now: now)
    }

    private static func web(
        _ surroundings: Surroundings, _ settings: WebSettings, _ probe: Probe
    ) throws -> WebApplication {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try WebApplication(
            surroundings, settings: settings,
            controllers: [ProbeController(surroundings: surroundings, probe: probe)],
            hasher: PasswordHasher(rounds: 16), readyWithin: readyWithin, version: "1.2.3", logger: logger)
    }

    /// Calls the server.
    /// - Parameter bearer: A token or key; see ``token(for:)``.
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ bearer: String? = nil, body: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        if let bearer { fields[.authorization] = "Bearer \(bearer)" }
        if body != nil { fields[.contentType] = "application/json" }
        for (name, value) in headers { fields[try #require(HeaderName(name))] = value }
        return try await web.application().test(.router) { [fields] client in
            try await client.execute(
                uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
            ) { response in
                TestAnswer(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
            }
        }
    }

    /// A token that the platform signed in that person with.
    func token(for person: String) throws -> String {
        try #require(TokenIssuer(TestServer.settings.tokens, in: surroundings))
            .accessToken(for: Identifier(trusted: person), seconds: 3_600)
    }
}

/// What the server said.
struct TestAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    var json: JSONValue { get throws { try JSONValue(parsing: text) } }

    func member(_ key: String) throws -> String? {
        guard case .string(let text) = try json[key] else { return nil }
        return text
    }

    /// The body without what differs from request to request.
    var anonymous: String { text.replacing(/"request_id":"[^"]*"/, with: "") }
}

/// Noon of 2 November 2026 in UTC, until it is moved.
final class TestClock: Sendable {
    private let instant = Mutex(Instant("2026-11-02T12:00:00Z")!)

    var now: Instant { instant.withLock { $0 } }

    func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}
