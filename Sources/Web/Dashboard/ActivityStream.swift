import Hummingbird
import Loyalty
import Operations
import ServiceLifecycle

/// Answers with what happens in a shop, as server-sent events, until the watcher hangs up or loses the right to it, or
/// the server stops.
struct ActivityStream: Sendable {
    /// What is sent first; `retry` tells browsers how soon to come back when the line breaks.
    let opening: String
    /// An event as it is sent.
    let message: @Sendable (ActivityEvent) -> String

    /// - Parameter readmit: Throws where the watcher may watch no longer.
    func answer(
        _ request: Request, in shop: Shop.ID, _ activity: ActivityFeed,
        while readmit: @escaping @Sendable () async throws -> Void
    ) -> Response {
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        // nginx would keep events back until it has some kilobytes of them.
        headers[.accelBuffering] = "no"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody { writer in
                let (signals, line) = AsyncStream.makeStream(
                    of: Signal.self, bufferingPolicy: .bufferingNewest(bufferedSignalsMax))
                let watch = activity.watch(shop) { line.yield(.event($0)) }
                let beat = Heartbeat.shared.add { line.yield(.beat) }
                defer {
                    activity.endWatch(watch)
                    Heartbeat.shared.remove(beat)
                }
                // It makes no task: each takes kilobytes, and a thousand dashboards may be open.
                try await withGracefulShutdownHandler {
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        try await send(signals, while: readmit, to: &writer)
                    } onInboundClosed: {
                        line.finish()
                    }
                } onGracefulShutdown: {
                    line.finish()
                }
                try await writer.finish(nil)
            })
    }

    private enum Signal {
        case event(ActivityEvent)
        case beat
    }

    /// Sends each event as it comes, and a comment now and then, so that proxies keep the line open; each time it is
    /// asked anew whether the watcher may go on.
    private func send(
        _ signals: AsyncStream<Signal>, while readmit: @Sendable () async throws -> Void,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        try await writer.write(ByteBuffer(string: opening))
        for await signal in signals {
            switch signal {
            case .beat:
                // Whoever is let in no longer, for whatever reason, finds out why by coming back.
                do { try await readmit() } catch { return }
                try await writer.write(ByteBuffer(string: ": still here\n\n"))
            case .event(let event): try await writer.write(ByteBuffer(string: message(event)))
            }
        }
    }
}

/// A watcher who falls behind loses the oldest.
private let bufferedSignalsMax = 64
