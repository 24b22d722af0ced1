import Hummingbird
import Logging
import Loyalty

private let requestIDLengthMax = 128

/// Gives every request an id, measures it, and writes one line about it, without secrets, names or query.
///
/// It stands outside of everything else, so that it sees the response as it is sent.
struct AccessLogMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let metrics: RequestMetrics

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let id = request.headers[.requestID], isSane(id) {
            context.logger[metadataKey: "hb.request.id"] = .string(id)
        }
        let start = ContinuousClock.now
        var response = try await next(request, context)
        let duration = ContinuousClock.now - start
        response.headers[.requestID] = context.id
        response.headers[.xContentTypeOptions] = "nosniff"
        let route = context.endpointPath ?? "NotFound"
        metrics.record(request.method.rawValue, route, response.status.code, duration)
        log(request.method.rawValue, route, response.status.code, duration, context)
        return response
    }

    private func log(_ method: String, _ route: String, _ status: Int, _ duration: Duration, _ context: AppContext) {
        context.logger.info(
            "request",
            metadata: [
                "method": .string(method), "route": .string(route), "status": .stringConvertible(status),
                "milliseconds": .stringConvertible(duration.inMilliseconds),
                "caller": .string(context.notes.callerKind),
            ])
    }

    /// Ids from outside go into logs, so they are taken only where they look like ids.
    private func isSane(_ id: String) -> Bool {
        (1...requestIDLengthMax).contains(id.utf8.count) && id.utf8.allSatisfy { $0.isIDSymbol }
    }
}

extension UInt8 {
    fileprivate var isIDSymbol: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}

extension Duration {
    fileprivate var inMilliseconds: Decimal {
        let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
        return Decimal(mantissa: Int128(microseconds), places: 3)
    }
}
