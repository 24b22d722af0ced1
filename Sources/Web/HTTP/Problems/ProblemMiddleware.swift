import Hummingbird
import Logging

/// Renders every error that comes from further inside, the one place where that is done.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = AppContext

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                let route = context.endpointPath ?? "none"
                context.logger.error("request failed", metadata: ["error": "\(error)", "route": "\(route)"])
            }
            return problem.response(requestID: context.id)
        }
    }
}
