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
                        // Sleep throws only when the watcher is gone, which is when the beats end.
                        while (try? await Task.sleep(for: interval)) != nil { continuation.yield(.beat) }
                    }
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

private let bufferedSignalsMax = 64
