import Hummingbird
import Loyalty
import Operations
import ServiceLifecycle

/// Answers with what happens in a shop, as server-sent events, until the watcher hangs up or the server stops.
struct ActivityStream: Sendable {
    /// What is sent first; `retry` tells browsers how soon to come back when the line breaks.
    let opening: String
    /// An event as it is sent.
    let message: @Sendable (ActivityEvent) -> String

    func answer(_ request: Request, _ events: AsyncStream<ActivityEvent>) -> Response {
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        // nginx would keep events back until it has some kilobytes of them.
        headers[.accelBuffering] = "no"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await send(events, to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    /// Sends each event as it comes, and a comment when nothing came for a while, so that proxies keep the line open.
    private func send(_ events: AsyncStream<ActivityEvent>, to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: opening))
        for await signal in Heartbeat.merged(with: events, every: heartbeat).cancelOnGracefulShutdown() {
            switch signal {
            case .beat: try await writer.write(ByteBuffer(string: ": still here\n\n"))
            case .event(let event): try await writer.write(ByteBuffer(string: message(event)))
            }
        }
    }
}

private let heartbeat = Duration.seconds(15)
