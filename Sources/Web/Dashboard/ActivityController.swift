import ExactJSON
import Hummingbird
import Loyalty
import Operations
import ServiceLifecycle

/// The live feed of a shop, as server-sent events.
struct ActivityController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/activity", "Watch what happens, one server-sent event a change", tag: "Shops",
                access: .shop(by: .owner, .staff, .key(.read)),
                answers: [
                    AnswerShape(.ok, ShopShapes.event, "A stream without end", contentType: "text/event-stream")
                ], watch)
        ]
    }

    @Sendable private func watch(_ request: Request, _ context: ShopContext) async throws -> Response {
        let events = surroundings.activity.events(in: context.shop.id)
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await send(events, to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    /// Sends each event as it comes, and a comment when nothing came for a while, so that proxies keep the line open.
    private func send(_ events: AsyncStream<ActivityEvent>, to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: ": connected\n\n"))
        for await signal in Heartbeat.merged(with: events, every: heartbeat).cancelOnGracefulShutdown() {
            switch signal {
            case .beat: try await writer.write(ByteBuffer(string: ": still here\n\n"))
            case .event(let event):
                try await writer.write(ByteBuffer(string: "event: \(event.kind.rawValue)\ndata: \(event.jsonText)\n\n"))
            }
        }
    }
}

private let heartbeat = Duration.seconds(15)
