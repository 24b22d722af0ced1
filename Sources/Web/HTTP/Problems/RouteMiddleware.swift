import Hummingbird

/// Tells a path that is unknown from one that is known under other methods, and refuses paths with empty parts.
///
/// The router skips empty parts, so that `/api/shops//program` would be the shop called `program`.
struct RouteMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let routes: [Route]

    /// A path of the table with all its methods.
    struct Route {
        let parts: [Substring]
        var methods: [String]
    }

    init(_ endpoints: [Endpoint]) {
        var methods: [String: [String]] = [:]
        for endpoint in endpoints {
            methods[endpoint.path, default: []] +=
                endpoint.method == .get ? ["GET", "HEAD"] : [endpoint.method.rawValue]
        }
        routes = methods.sorted { $0.key < $1.key }.map { path, methods in
            Route(parts: path.split(separator: "/"), methods: methods.sorted())
        }
    }

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard !hasEmptyPart(request.uri.path) else { throw Problem.pathMustExist }
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let parts = request.uri.path.split(separator: "/")
            let methods = routes.filter { $0.matches(parts) }.flatMap(\.methods)
            throw methods.isEmpty ? Problem.pathMustExist : Problem.methodMustBeAllowed(methods)
        }
    }
}

/// Whether two slashes stand side by side.
private func hasEmptyPart(_ path: String) -> Bool {
    var last: UInt8 = 0
    for byte in path.utf8 {
        if byte == slash, last == slash { return true }
        last = byte
    }
    return false
}

private let slash = UInt8(ascii: "/")

extension RouteMiddleware.Route {
    fileprivate func matches(_ others: [Substring]) -> Bool {
        parts.count == others.count && zip(parts, others).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
