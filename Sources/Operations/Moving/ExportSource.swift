public import ExactJSON
import Loyalty
import Synchronization

/// Where an export is read from: a file, or standard input.
public final class ExportSource: Sendable {
    let name: String
    /// `nil` for standard input.
    private let path: String?
    private let hasBegun = Atomic(false)
    private let refusal = Mutex<(any Rejection)?>(nil)

    /// - Parameter path: `nil` for standard input.
    /// - Throws: ``FileRejection`` where there is no such file.
    public init(path: String?) throws(FileRejection) {
        self.path = path
        name = path ?? "standard input"
        if path != nil { _ = try ExactLines(path: path) }
    }

    /// Whether it can be read from its beginning again.
    var isFile: Bool { path != nil }

    /// Reads it from its beginning. What does not fit once is known from then on: a transaction that has to be rolled
    /// back may be run again for that.
    func read<Value>(_ body: (inout ExportReading) throws -> Value) throws -> Value {
        if let refusal = refusal.withLock({ $0 }) { throw refusal }
        let hasBegun = hasBegun.exchange(true, ordering: .relaxed)
        guard isFile || !hasBegun else { throw SingleUseRejection() }
        do {
            var reading = ExportReading(try ExactLines(path: path), path: name)
            return try body(&reading)
        } catch let rejection as any Rejection {
            refusal.withLock { $0 = rejection }
            throw rejection
        }
    }
}
