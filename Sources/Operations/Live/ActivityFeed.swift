public import Loyalty
import Synchronization

/// Tells the watchers of a shop what was committed, as it happens.
///
/// A watcher that falls behind loses the oldest events, never the newest, and never slows the one who publishes.
public final class ActivityFeed: Sendable {
    private struct Watcher {
        let shop: Shop.ID
        let continuation: AsyncStream<ActivityEvent>.Continuation
    }

    private struct State {
        var watchers: [Int: Watcher] = [:]
        var nextNumber = 0
        var observers: [@Sendable (ActivityEvent) -> Void] = []
    }

    private let state = Mutex(State())

    public init() {}

    /// Has every event of all shops told to an observer, who must be quick: publishers wait for it.
    public func observe(_ observer: @escaping @Sendable (ActivityEvent) -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Publishes events that are committed.
    public func publish(_ events: [ActivityEvent]) {
        state.withLock { state in
            for observer in state.observers { events.forEach(observer) }
            for watcher in state.watchers.values {
                for event in events where event.shopID == watcher.shop { watcher.continuation.yield(event) }
            }
        }
    }

    /// What happens in a shop from now on, until the stream is dropped.
    public func events(in shop: Shop.ID) -> AsyncStream<ActivityEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ActivityEvent.self, bufferingPolicy: .bufferingNewest(bufferedEventsMax))
        let number = state.withLock { state in
            state.nextNumber += 1
            state.watchers[state.nextNumber] = Watcher(shop: shop, continuation: continuation)
            return state.nextNumber
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.watchers.removeValue(forKey: number) }
        }
        return stream
    }
}

private let bufferedEventsMax = 64
