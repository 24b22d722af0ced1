import Hummingbird
import Loyalty

/// Numbers for Prometheus.
struct MetricsController: Controller {
    private let meter: Meter
    private let readiness: Readiness

    init(_ meter: Meter, _ readiness: Readiness) {
        self.meter = meter
        self.readiness = readiness
        meter.gauge("tuzo_ready", "Whether the server can do its work: 1 or 0") {
            Decimal(mantissa: readiness.wasReady ? 1 : 0, places: 0)
        }
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/metrics", "Numbers for Prometheus", tag: "Operations", access: .open,
                answers: [AnswerShape(.ok, .text(), "The numbers", contentType: "text/plain")], metrics)
        ]
    }

    @Sendable private func metrics(_ request: Request, _ context: AppContext) async throws -> Response {
        _ = await readiness.obstacle()
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: meter.text)))
    }
}
