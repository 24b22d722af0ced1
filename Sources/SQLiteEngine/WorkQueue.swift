import Dispatch
import Synchronization

/// Jobs that wait for the threads that do them, first come, first served.
final class WorkQueue<Job: Sendable>: Sendable {
    /// Longer than a caller takes who asks for one thing after another.
    private static var moment: DispatchTimeInterval { .microseconds(500) }

    private struct State {
        var jobs: [Job] = []
        var takenCount = 0
        var sleepers = 0
        var isClosed = false
    }

    private enum Next {
        case jobs([Job])
        case sleep
        case end
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    /// How many wait, or were taken and are not done.
    var count: Int { state.withLock { $0.jobs.count + $0.takenCount } }

    /// - Returns: `false` where the queue was closed and the job will never be done.
    func add(_ job: Job) -> Bool {
        let (isAccepted, wakesSleeper) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.jobs.append(job)
            guard state.sleepers > 0 else { return (true, false) }
            state.sleepers -= 1
            return (true, true)
        }
        if wakesSleeper { wake.signal() }
        return isAccepted
    }

    /// Waits until there is something to do and takes it, `countMax` jobs at most; say so once they are done.
    /// - Parameter whenIdle: Called once where nothing came for a moment.
    /// - Returns: `nil` once the queue is closed and drained.
    func take(atMost countMax: Int, whenIdle: (() -> Void)? = nil) -> [Job]? {
        while true {
            switch next(countMax) {
            case .jobs(let jobs): return jobs
            case .end: return nil
            case .sleep: sleep(whenIdle)
            }
        }
    }

    private func sleep(_ whenIdle: (() -> Void)?) {
        guard let whenIdle else { return wake.wait() }
        guard wake.wait(timeout: .now() + Self.moment) == .timedOut else { return }
        whenIdle()
        wake.wait()
    }

    /// So many of the jobs that were taken are done.
    func finish(_ count: Int) { state.withLock { $0.takenCount -= count } }

    /// Accepts no more jobs; what is waiting will still be taken.
    func close() {
        let sleepers = state.withLock { state in
            state.isClosed = true
            defer { state.sleepers = 0 }
            return state.sleepers
        }
        for _ in 0..<sleepers { wake.signal() }
    }

    private func next(_ countMax: Int) -> Next {
        state.withLock { state in
            if state.jobs.isEmpty {
                guard !state.isClosed else { return .end }
                state.sleepers += 1
                return .sleep
            }
            let jobs = Array(state.jobs.prefix(countMax))
            state.jobs.removeFirst(jobs.count)
            state.takenCount += jobs.count
            return .jobs(jobs)
        }
    }
}
