import Loyalty
import Operations
import Testing

@testable import Web

struct HeartbeatTests {
    private let event = ActivityEvent(
        kind: .pointsChanged, shopID: Identifier(trusted: "bakery"), customerID: Identifier(trusted: "mia"),
        at: Instant(milliseconds: 0), points: Points(42), reference: "A-1")

    @Test func `events come through, and beats where there are none`() async throws {
        let feed = ActivityFeed()
        let signals = Heartbeat.merged(with: feed.events(in: event.shopID), every: .milliseconds(1))
        feed.publish([event])
        var beats = 0
        var events: [ActivityEvent] = []
        for await signal in signals {
            switch signal {
            case .beat: beats += 1
            case .event(let event): events.append(event)
            }
            if beats >= 2, !events.isEmpty { break }
        }
        #expect(events == [event])
    }

    @Test func `a stream ends when its events end`() async {
        let (events, continuation) = AsyncStream.makeStream(of: ActivityEvent.self)
        continuation.yield(event)
        continuation.finish()
        var kinds: [ActivityEvent.Kind] = []
        for await case .event(let event) in Heartbeat.merged(with: events, every: .seconds(3_600)) {
            kinds.append(event.kind)
        }
        #expect(kinds == [.pointsChanged])
    }
}
