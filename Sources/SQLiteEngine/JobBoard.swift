import Storage
import Synchronization

/// Which jobs this process is at; no other can be, because it alone has the file.
final class JobBoard: Sendable {
    private let jobs = Mutex<Set<SoleJob>>([])

    /// - Returns: `nil` where somebody has the job.
    func hold(_ job: SoleJob) -> (any JobHold)? {
        jobs.withLock { $0.insert(job).inserted } ? Hold(of: job, on: self) : nil
    }

    private final class Hold: JobHold {
        private let job: SoleJob
        private let board: JobBoard
        private let isGivenBack = Mutex(false)

        init(of job: SoleJob, on board: JobBoard) {
            self.job = job
            self.board = board
        }

        var isGood: Bool { isGivenBack.withLock { !$0 } }

        func giveBack() async {
            isGivenBack.withLock { isGivenBack in
                guard !isGivenBack else { return }
                isGivenBack = true
                board.jobs.withLock { _ = $0.remove(job) }
            }
        }
    }
}
