import Dispatch
import Storage
import Synchronization

/// Work that waits for the threads that do it: work of one key is done by one thread at a time, first come, first
/// served, and so are the keys.
final class WorkBoard<Key: Hashable & Sendable>: Sendable {
    private struct Waiting {
        let work: PendingTransaction
        let since: ContinuousClock.Instant
    }

    private struct State {
        var waiting: [Key: [Waiting]] = [:]
        /// Keys that have work and no thread at it.
        var ready: [Key] = []
        /// How much of each key is being done.
        var busy: [Key: Int] = [:]
        var count = 0
        var sleepers = 0
        var isClosed = false
    }

    private enum Next {
        case work(Key, [PendingTransaction])
        case sleep
        case end
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    /// How many wait, or are being done.
    var count: Int { state.withLock { $0.count } }

    /// - Returns: `false` where the board was closed and the work will never be done.
    func add(_ work: PendingTransaction, under key: Key) -> Bool {
        let (isAccepted, wakesSleeper) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.count += 1
            state.waiting[key, default: []].append(Waiting(work: work, since: .now))
            guard state.waiting[key]?.count == 1, state.busy[key] == nil else { return (true, false) }
            state.ready.append(key)
            return (true, wakeOne(&state))
        }
        if wakesSleeper { wake.signal() }
        return isAccepted
    }

    /// Waits until there is something to do, and takes it; the key is kept from all others until it is given back.
    /// - Returns: `nil` once the board is closed and cleared.
    func take(atMost countMax: Int) -> (key: Key, work: [PendingTransaction])? {
        while true {
            switch state.withLock({ next(&$0, countMax) }) {
            case .work(let key, let work): return (key, work)
            case .end: return nil
            case .sleep: wake.wait()
            }
        }
    }

    /// Gives a key back that was taken.
    func giveBack(_ key: Key) {
        let wakesSleeper = state.withLock { state in
            state.count -= state.busy.removeValue(forKey: key) ?? 0
            guard state.waiting[key] != nil else { return false }
            state.ready.append(key)
            return wakeOne(&state)
        }
        if wakesSleeper { wake.signal() }
    }

    /// Takes back what has waited since before then, to be refused by whoever asks for it.
    func removeWaiting(since instant: ContinuousClock.Instant) -> [PendingTransaction] {
        state.withLock { state in
            var removed: [PendingTransaction] = []
            for (key, waiting) in state.waiting {
                let late = waiting.prefix { $0.since < instant }
                guard !late.isEmpty else { continue }
                removed += late.map(\.work)
                state.waiting[key] = late.count < waiting.count ? Array(waiting.dropFirst(late.count)) : nil
            }
            state.ready.removeAll { state.waiting[$0] == nil }
            state.count -= removed.count
            return removed
        }
    }

    /// Accepts no more work; what is waiting will still be done.
    func close() {
        let sleepers = state.withLock { state in
            state.isClosed = true
            defer { state.sleepers = 0 }
            return state.sleepers
        }
        for _ in 0..<sleepers { wake.signal() }
    }

    private func next(_ state: inout State, _ countMax: Int) -> Next {
        guard !state.ready.isEmpty else {
            // What waits behind work that is being done is taken by whoever does that.
            guard !state.isClosed else { return .end }
            state.sleepers += 1
            return .sleep
        }
        let key = state.ready.removeFirst()
        let waiting = state.waiting[key] ?? []
        state.waiting[key] = waiting.count > countMax ? Array(waiting.dropFirst(countMax)) : nil
        let work = waiting.prefix(countMax).map(\.work)
        state.busy[key] = work.count
        return .work(key, work)
    }

    private func wakeOne(_ state: inout State) -> Bool {
        guard state.sleepers > 0 else { return false }
        state.sleepers -= 1
        return true
    }
}
