import Synchronization

/// Tells everybody who keeps a line open, now and then, that it still is: one clock for all of them, because one for
/// each would take more memory than the rest of the line.
final class Heartbeat: Sendable {
    /// The one that all open dashboards share.
    static let shared = Heartbeat(every: .seconds(15))

    private struct State {
        var listeners: [Int: @Sendable () -> Void] = [:]
        var nextNumber = 0
        var clock: Task<Void, Never>?
    }

    private let interval: Duration
    private let state = Mutex(State())

    init(every interval: Duration) { self.interval = interval }

    /// - Parameter listener: Called at every beat; it must be quick.
    /// - Returns: What the listener is removed by.
    func add(_ listener: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.nextNumber += 1
            state.listeners[state.nextNumber] = listener
            if state.clock == nil { state.clock = Task { await self.run() } }
            return state.nextNumber
        }
    }

    /// The clock stops when nobody is left.
    func remove(_ number: Int) {
        state.withLock { state in
            state.listeners[number] = nil
            guard state.listeners.isEmpty else { return }
            state.clock?.cancel()
            state.clock = nil
        }
    }

    private func run() async {
        do {
            while true {
                try await Task.sleep(for: interval)
                for listener in state.withLock({ Array($0.listeners.values) }) { listener() }
            }
        } catch {
            // Nobody is left.
        }
    }
}
