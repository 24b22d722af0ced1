import Operations

private let shownRefusalsMax = 10

/// What a person sees of an import while it runs: how far it is, and the first lines that are refused.
final class ImportDisplay {
    private let byteCount: UInt64
    private let rejected: RejectedFile
    private var progress: ProgressLine
    private let start = ContinuousClock.now
    private var refusedCount = 0

    /// - Parameter byteCount: The length of the file that is imported.
    init(byteCount: UInt64, _ rejected: RejectedFile, _ progress: ProgressLine) {
        self.byteCount = byteCount
        self.rejected = rejected
        self.progress = progress
    }

    func refuse(_ line: RefusedLine) throws {
        try rejected.append(line)
        refusedCount += 1
        guard refusedCount <= shownRefusalsMax + 1 else { return }
        progress.clear()
        Console.note(refusedCount <= shownRefusalsMax ? "Refused \(line)" : "More are refused: see \(rejected.path)")
    }

    func report(_ tally: ImportTally) { progress.show(text(tally)) }

    func finish() { progress.clear() }

    private func text(_ tally: ImportTally) -> String {
        let percent = byteCount == 0 ? 100 : tally.bytesRead * 100 / byteCount
        let milliseconds = max(1, Int((ContinuousClock.now - start) / .milliseconds(1)))
        let rate = (tally.read * 1_000 / milliseconds).grouped()
        let refused = tally.refused.grouped()
        return "\(percent) %: \(tally.read.grouped()) orders, \(rate) a second, \(refused) refused"
    }
}
