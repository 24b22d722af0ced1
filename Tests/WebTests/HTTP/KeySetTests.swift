import Foundation
import Hummingbird
import HummingbirdTesting
import JWTKit
import Logging
import Loyalty
import Synchronization
import Testing

@testable import Web

struct KeySetTests {
    @Test func `keys are fetched once and found by id and algorithm`() async throws {
        let source = try KeySource()
        let set = source.keySet
        #expect(try await set.key(named: "rsa-1", algorithm: "RS256")?.name == "RS256")
        #expect(try await set.key(named: "ec-1", algorithm: "ES256")?.name == "ES256")
        #expect(try await set.key(named: nil, algorithm: "ES256")?.name == "ES256")
        #expect(try await set.key(named: "ec-1", algorithm: "RS256") == nil)
        #expect(source.fetchCount == 1)
    }

    @Test func `an unknown key makes it fetch again, but only twice a minute`() async throws {
        let source = try KeySource()
        let set = source.keySet
        for _ in 1...5 { #expect(try await set.key(named: "rsa-2", algorithm: "RS256") == nil) }
        #expect(source.fetchCount == 1)
        source.clock.advance(seconds: 29)
        #expect(try await set.key(named: "rsa-2", algorithm: "RS256") == nil)
        #expect(source.fetchCount == 1)
        source.clock.advance(seconds: 1)
        source.document = source.document.replacing("rsa-1", with: "rsa-2")
        #expect(try await set.key(named: "rsa-2", algorithm: "RS256")?.name == "RS256")
        #expect(try await set.key(named: "rsa-1", algorithm: "RS256") == nil, "one that was taken out is good no more")
        #expect(source.fetchCount == 2)
    }

    @Test(arguments: ["", "[]", "{}", #"{"keys":[]}"#, #"{"keys":[{"kty":"oct"}]}"#, #"{"keys":7}"#, "<html>"])
    func `when fetching fails the last good keys stay`(broken: String) async throws {
        let source = try KeySource()
        let set = source.keySet
        #expect(try await set.key(named: "rsa-1", algorithm: "RS256") != nil)
        source.document = broken
        source.clock.advance(seconds: 3_600)
        #expect(try await set.key(named: "rsa-1", algorithm: "RS256") != nil)
        #expect(source.fetchCount == 2)
        await #expect(throws: Problem.keySetMustBeReachable) { try await set.key(named: "rsa-2", algorithm: "RS256") }
        #expect(source.fetchCount == 2)
    }

    @Test func `keys that were never to be had are asked for again soon, and nobody is told that a token is bad`()
        async throws
    {
        let source = try KeySource()
        let (good, set) = (source.document, source.keySet)
        source.document = ""
        for seconds: Int64 in [0, 4, 1] {
            source.clock.advance(seconds: seconds)
            await #expect(throws: Problem.keySetMustBeReachable) {
                try await set.key(named: "rsa-1", algorithm: "RS256")
            }
        }
        #expect(source.fetchCount == 2)
        #expect(source.failures.lines("failures", labels: "") == ["failures 2"])
        source.document = good
        source.clock.advance(seconds: 5)
        #expect(try await set.key(named: "rsa-1", algorithm: "RS256") != nil)
        #expect(try await set.key(named: "rsa-2", algorithm: "RS256") == nil, "the platform has no such key")
    }

    @Test func `a key set is fetched over the network, from a file, or taken as it is`() async throws {
        let document = try TokenForge().keySet
        let router = Router()
        router.get("keys") { _, _ in document }
        router.get("empty") { _, _ in HTTPResponse.Status.noContent }
        router.get("endless") { _, _ in ByteBuffer(repeating: 0x20, count: 2_000_000) }
        try await Application(router: router, configuration: .init(address: .hostname(port: 0))).test(.live) { client in
            let server = "http://localhost:\(try #require(client.port))"
            #expect(try await KeySetSource.url("\(server)/keys").fetch() == Array(document.utf8))
            for path in ["missing", "empty", "endless"] {
                await #expect(throws: (any Error).self) { try await KeySetSource.url("\(server)/\(path)").fetch() }
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "tuzo-keys-\(UUID())")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(document.utf8).write(to: file)
        #expect(try await KeySetSource.file(file.path).fetch() == Array(document.utf8))
        #expect(try await KeySetSource.document(document).fetch() == Array(document.utf8))
        await #expect(throws: (any Error).self) { try await KeySetSource.file(file.path + ".none").fetch() }
    }

    @Test func `many callers at once share one fetch`() async throws {
        let source = try KeySource()
        let set = source.keySet
        let found = try await withThrowingTaskGroup { group in
            for _ in 1...50 { group.addTask { try await set.key(named: "rsa-1", algorithm: "RS256") != nil } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(found == 50)
        #expect(source.fetchCount == 1)
    }
}

/// Where keys come from, in a test.
private final class KeySource: Sendable {
    let clock = TestClock()
    let failures = Counter()
    private let state: Mutex<(document: String, fetchCount: Int)>

    init() throws { state = Mutex((try TokenForge().keySet, 0)) }

    var fetchCount: Int { state.withLock { $0.fetchCount } }
    var document: String {
        get { state.withLock { $0.document } }
        set { state.withLock { $0.document = newValue } }
    }

    var keySet: KeySet {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return KeySet({ [self] in fetch() }, now: { [clock] in clock.now }, logger: logger, failures: failures)
    }

    private func fetch() -> [UInt8] {
        state.withLock { state in
            state.fetchCount += 1
            return Array(state.document.utf8)
        }
    }
}
