public import Loyalty
public import Storage
import Synchronization

/// Tells the watchers of a shop what was committed, as it happens; also on other servers, where it joins their channel.
///
/// A watcher that falls behind loses the oldest events, never the newest, and never slows the one who publishes.
public final class ActivityFeed: Sendable {
    private struct Watcher {
        let shop: Shop.ID
        let tell: @Sendable (ActivityEvent) -> Void
    }

    private struct State {
        var watchers: [Int: Watcher] = [:]
        var nextNumber = 0
        var observers: [@Sendable (ActivityEvent) -> Void] = []
        var channel: (any ServerChannel)?

        func tell(_ events: [ActivityEvent]) {
            for watcher in watchers.values {
                for event in events where event.shopID == watcher.shop { watcher.tell(event) }
            }
        }
    }

    private let state = Mutex(State())

    public init() {}

    /// Has every event of all shops told to an observer, who must be quick: publishers wait for it.
    public func observe(_ observer: @escaping @Sendable (ActivityEvent) -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Has the watchers here told what happens on other servers, and theirs what happens here. Observers are not:
    /// everything is observed where it happens.
    public func join(_ channel: any ServerChannel) {
        state.withLock { $0.channel = channel }
        channel.listen { [weak self] text in
            self?.state.withLock { state in state.tell(ToldEvents(text).events) }
        }
    }

    /// Publishes events that are committed.
    public func publish(_ events: [ActivityEvent]) {
        let channel = state.withLock { state in
            for observer in state.observers { events.forEach(observer) }
            state.tell(events)
            return state.channel
        }
        guard let channel else { return }
        for text in ToldEvents(events).texts(byteCountMax: channel.byteCountMax) { channel.tell(text) }
    }

    /// What happens in a shop from now on, until the stream is dropped.
    public func events(in shop: Shop.ID) -> AsyncStream<ActivityEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ActivityEvent.self, bufferingPolicy: .bufferingNewest(bufferedEventsMax))
        let number = watch(shop) { continuation.yield($0) }
        continuation.onTermination = { [weak self] _ in self?.endWatch(number) }
        return stream
    }

    /// Has somebody told what happens in a shop from now on, who must be quick: publishers wait.
    /// - Returns: What the watch is ended by.
    public func watch(_ shop: Shop.ID, _ tell: @escaping @Sendable (ActivityEvent) -> Void) -> Int {
        state.withLock { state in
            state.nextNumber += 1
            state.watchers[state.nextNumber] = Watcher(shop: shop, tell: tell)
            return state.nextNumber
        }
    }

    public func endWatch(_ number: Int) {
        state.withLock { _ = $0.watchers.removeValue(forKey: number) }
    }
}

private let bufferedEventsMax = 64
