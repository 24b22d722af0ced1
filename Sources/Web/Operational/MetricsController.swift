import Hummingbird

/// Numbers for Prometheus.
struct MetricsController: Controller {
    let meter: Meter

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/metrics", "Numbers for Prometheus", tag: "Operations", access: .open,
                answers: [AnswerShape(.ok, .text(), "The numbers", contentType: "text/plain")], metrics)
        ]
    }

    @Sendable private func metrics(_ request: Request, _ context: AppContext) async throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: meter.text)))
    }
}
