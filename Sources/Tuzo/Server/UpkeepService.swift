import Logging
import Operations
import ServiceLifecycle
import Web

/// Does the scheduled work beside the server: at its start, and then again and again, unless another server is at it.
/// Where that one dies, the database lets go of the work, and this one has it the next time.
struct UpkeepService: Service, CustomStringConvertible {
    /// What the log of services calls it; without this it would have all that is in it.
    let description = "scheduled work"
    private let upkeep: RunUpkeep
    private let seconds: Int
    private let logger = Logger(label: "tuzo.upkeep")
    private let runs: Counter
    private let skips: Counter
    private let failures: Counter

    /// - Parameter seconds: The pause between two runs.
    init(in surroundings: Surroundings, every seconds: Int, _ meter: Meter) {
        upkeep = RunUpkeep(in: surroundings, logger: logger)
        self.seconds = seconds
        runs = meter.counter("tuzo_upkeep_runs_total", "Times that the scheduled work was done")
        skips = meter.counter(
            "tuzo_upkeep_skipped_total", "Times that the scheduled work was left to another server that was at it")
        failures = meter.counter("tuzo_upkeep_failures_total", "Pieces of scheduled work that failed")
    }

    /// Runs until the server shuts down; then what has begun is still finished.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await once()
                do { try await Task.sleep(for: .seconds(seconds)) } catch {}
            }
        }
    }

    private func once() async {
        do {
            guard let tally = try await upkeep.alone() else {
                skips.add(1)
                return logger.debug("upkeep skipped: another server is at it")
            }
            runs.add(1)
            failures.add(Int64(tally.failures))
            if tally != UpkeepTally() { logger.info("upkeep", metadata: ["done": "\(tally.words)"]) }
        } catch {
            failures.add(1)
            logger.error("upkeep failed", metadata: ["error": "\(error)"])
        }
    }
}
