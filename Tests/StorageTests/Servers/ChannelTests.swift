import PostgresEngine
import Storage
import TestDatabase
import Testing

@Suite(.onlyOnServers)
struct ChannelTests {
    @Test func `what one server tells, the others hear, and it does not hear itself`() async throws {
        let ground = try await TestDatabase.empty()
        let channels = try (0..<3).map { _ in try #require((ground.database as? PostgresDatabase)?.channel()) }
        defer { for channel in channels { channel.close() } }
        let (heard, hear) = AsyncStream.makeStream(of: String.self)
        for (number, channel) in channels.enumerated() {
            channel.listen { text in hear.yield("\(number) hears \(text)") }
        }
        var lines = heard.makeAsyncIterator()
        // Nobody knows when all are connected: they say good day until they have heard each other.
        var met: Set<String> = []
        let greeting = Task {
            while !Task.isCancelled {
                for (number, channel) in channels.enumerated() { channel.tell("\(number)") }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        while met.count < 6, let line = await lines.next() { met.insert(line) }
        greeting.cancel()
        let expected = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)].map { "\($0) hears \($1)" }
        #expect(met == Set(expected))
        channels[0].tell(String(repeating: "é", count: channels[0].byteCountMax / 2))
        while let line = await lines.next() {
            guard line.hasPrefix("1 hears é") else { continue }
            #expect(line.utf8.count == "1 hears ".utf8.count + channels[0].byteCountMax)
            break
        }
    }
}
