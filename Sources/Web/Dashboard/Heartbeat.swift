import Loyalty

/// Events, with a beat in between when there are none for a while.
enum Heartbeat {
    enum Signal: Sendable {
        case event(ActivityEvent)
        case beat
    }

    /// - Parameter interval: How often a beat comes.
    static func merged(with events: AsyncStream<ActivityEvent>, every interval: Duration) -> AsyncStream<Signal> {
        AsyncStream(bufferingPolicy: .bufferingNewest(bufferedSignalsMax)) { continuation in
            let task = Task {
                await withTaskGroup { group in
                    group.addTask {
                        for await event in events { continuation.yield(.event(event)) }
                        continuation.finish()
                    }
                    group.addTask {
                        while await sleep(for: interval) { continuation.yield(.beat) }
                    }
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// - Returns: Whether the sleep came to its end; it is cut short when the watcher is gone.
    private static func sleep(for interval: Duration) async -> Bool {
        do {
            try await Task.sleep(for: interval)
            return true
        } catch {
            return false
        }
    }
}

private let bufferedSignalsMax = 64
