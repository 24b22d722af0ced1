public import Loyalty
import Synchronization

/// What the server counts, in the text format of Prometheus.
///
/// Asking twice for the same name and labels gives the same counter; keep it, and adding costs next to nothing.
public final class Meter: Sendable {
    private struct Family {
        let help: String
        let kind: String
        var series: [String: any Metric] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    public init() {}

    /// A number that only grows; its name ends in `_total`.
    public func counter(_ name: String, _ help: String, _ labels: KeyValuePairs<String, String> = [:]) -> Counter {
        metric(name, help, "counter", labels) { Counter() }
    }

    /// A spread of durations; its name ends in `_seconds`.
    public func histogram(_ name: String, _ help: String, _ labels: KeyValuePairs<String, String> = [:]) -> Histogram {
        metric(name, help, "histogram", labels) { Histogram() }
    }

    /// A number that goes up and down, read whenever somebody looks.
    public func gauge(
        _ name: String, _ help: String, _ labels: KeyValuePairs<String, String> = [:],
        _ read: @escaping @Sendable () -> Decimal
    ) {
        _ = metric(name, help, "gauge", labels) { Reading(read) }
    }

    /// A number that only grows and that somebody else counts, read whenever somebody looks.
    public func counter(
        _ name: String, _ help: String, _ labels: KeyValuePairs<String, String> = [:],
        _ read: @escaping @Sendable () -> Decimal
    ) {
        _ = metric(name, help, "counter", labels) { Reading(read) }
    }

    /// Everything, as `GET /metrics` answers it.
    var text: String {
        let families = families.withLock { $0 }
        return families.sorted { $0.key < $1.key }.map { name, family in
            let lines = family.series.sorted { $0.key < $1.key }.flatMap { $1.lines(name, labels: $0) }
            return "# HELP \(name) \(family.help)\n# TYPE \(name) \(family.kind)\n" + lines.map { "\($0)\n" }.joined()
        }
        .joined()
    }

    private func metric<Kind: Metric>(
        _ name: String, _ help: String, _ kind: String, _ labels: KeyValuePairs<String, String>,
        _ make: () -> Kind
    ) -> Kind {
        let labels = labels.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
        return families.withLock { families in
            if let held = families[name]?.series[labels] as? Kind { return held }
            let new = make()
            families[name, default: Family(help: help, kind: kind)].series[labels] = new
            return new
        }
    }
}

private func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
}
