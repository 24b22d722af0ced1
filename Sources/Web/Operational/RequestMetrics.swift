import Synchronization

/// Counts and times requests by method, route and class of status; never by path, which holds ids.
final class RequestMetrics: Sendable {
    private struct Kind: Hashable {
        let method: String
        let route: String
        let statusClass: Int
    }
    private struct Series {
        let total: Counter
        let duration: Histogram
    }

    private let meter: Meter
    private let series = Mutex<[Kind: Series]>([:])

    init(_ meter: Meter) { self.meter = meter }

    func record(_ method: String, _ route: String, _ status: Int, _ duration: Duration) {
        // Anybody can make methods up, and each would be a series.
        let method = knownMethods.contains(method) ? method : "other"
        let kind = Kind(method: method, route: route, statusClass: status / 100)
        let series = series.withLock { all in
            let series = all[kind] ?? newSeries(kind)
            all[kind] = series
            return series
        }
        series.total.add(1)
        series.duration.record(duration)
    }

    private func newSeries(_ kind: Kind) -> Series {
        let status = "\(kind.statusClass)xx"
        return Series(
            total: meter.counter(
                "tuzo_http_requests_total", "Requests answered",
                ["method": kind.method, "route": kind.route, "status": status]),
            duration: meter.histogram(
                "tuzo_http_request_duration_seconds", "Time from a request to its answer",
                ["method": kind.method, "route": kind.route, "status": status]))
    }
}

private let knownMethods: Set<String> = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"]
