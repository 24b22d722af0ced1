import Hummingbird

private let answerSeconds = 600

/// Lets the pages of some other origins call the API from a browser, as the platform's client does.
///
/// Callers are known by what they send in `Authorization` and never by cookies, so no credentials are allowed.
struct CrossOriginMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let origins: Set<String>

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard !origins.isEmpty else { return try await next(request, context) }
        let isPreflight = request.method == .options && request.headers[.accessControlRequestMethod] != nil
        var response = isPreflight ? Response(status: .noContent) : try await next(request, context)
        response.headers[.vary] = "Origin"
        guard let origin = request.headers[.origin], origins.contains(origin) else { return response }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = "X-Request-ID, Retry-After, Idempotency-Replayed"
        if isPreflight {
            response.headers[.accessControlAllowMethods] = "GET, PUT, POST, DELETE"
            response.headers[.accessControlAllowHeaders] = "Authorization, Content-Type, Idempotency-Key, X-Request-ID"
            response.headers[.accessControlMaxAge] = String(answerSeconds)
        }
        return response
    }
}
