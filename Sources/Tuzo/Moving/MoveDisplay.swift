import Operations
import Synchronization

/// What a person sees while an installation moves: how many rows have come so far, and how fast.
final class MoveDisplay: Sendable {
    private let progress = Mutex(ProgressLine())
    private let verb: String
    private let start = ContinuousClock.now

    /// - Parameter verb: What is done with the rows: `written`.
    init(_ verb: String) { self.verb = verb }

    func show(_ rowCount: Int) { progress.withLock { $0.show(text(rowCount)) } }

    func clear() { progress.withLock { $0.clear() } }

    private func text(_ rowCount: Int) -> String {
        let milliseconds = max(1, Int((ContinuousClock.now - start) / .milliseconds(1)))
        return "\(rowCount.grouped("row")) \(verb), \((rowCount * 1_000 / milliseconds).grouped()) a second"
    }
}

extension MoveSummary {
    /// `3 shops, 375 members, 3,749 orders, 4,521 entries: 41,234 rows of 33 tables, SHA-256 …`; of two exports that
    /// have it in common, every byte is the same.
    var line: String {
        let counts = [
            rowCount(of: "shop").grouped("shop"), rowCount(of: "member").grouped("member"),
            rowCount(of: "order_state").grouped("order"), rowCount(of: "entry").grouped("entry", "entries"),
        ]
        let rows = "\(rowCount.grouped("row")) of \(tableCount.grouped("table"))"
        return "\(counts.joined(separator: ", ")): \(rows), SHA-256 \(hash)"
    }
}
