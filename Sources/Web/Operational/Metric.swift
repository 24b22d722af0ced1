import Loyalty
import Synchronization

/// One series of numbers.
protocol Metric: Sendable {
    /// The lines that show it.
    /// - Parameter labels: `kind="a",shop="b"`, or empty.
    func lines(_ name: String, labels: String) -> [String]
}

/// A number that only grows.
public final class Counter: Metric {
    private let value = Atomic<Int64>(0)

    public func add(_ count: Int64) { value.add(count, ordering: .relaxed) }

    func lines(_ name: String, labels: String) -> [String] {
        ["\(name)\(braced(labels)) \(value.load(ordering: .relaxed))"]
    }
}

/// A number that somebody else keeps.
final class Reading: Metric {
    private let read: @Sendable () -> Decimal

    init(_ read: @escaping @Sendable () -> Decimal) { self.read = read }

    func lines(_ name: String, labels: String) -> [String] { ["\(name)\(braced(labels)) \(read())"] }
}

/// How many durations were how long.
public final class Histogram: Metric {
    private struct State {
        var counts = [Int](repeating: 0, count: boundsInMicroseconds.count)
        var count = 0
        var nanoseconds: Int64 = 0
    }

    private let state = Mutex(State())

    public func record(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        state.withLock { state in
            if let bucket = boundsInMicroseconds.firstIndex(where: { nanoseconds <= $0 * 1_000 }) {
                state.counts[bucket] += 1
            }
            state.count += 1
            state.nanoseconds += nanoseconds
        }
    }

    func lines(_ name: String, labels: String) -> [String] {
        let state = state.withLock { $0 }
        let separator = labels.isEmpty ? "" : ","
        var total = 0
        var lines = zip(boundsInMicroseconds, state.counts).map { bound, count in
            total += count
            let seconds = Decimal(mantissa: Int128(bound), places: 6)
            return "\(name)_bucket{\(labels)\(separator)le=\"\(seconds)\"} \(total)"
        }
        lines.append("\(name)_bucket{\(labels)\(separator)le=\"+Inf\"} \(state.count)")
        lines.append("\(name)_sum\(braced(labels)) \(Decimal(mantissa: Int128(state.nanoseconds), places: 9))")
        lines.append("\(name)_count\(braced(labels)) \(state.count)")
        return lines
    }
}

private let boundsInMicroseconds: [Int64] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000,
]

private func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }
