import Hummingbird
import Logging
import Operations

/// Renders every error that comes from further inside, the one place where that is done: for programs as a problem
/// document, for people as a page.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = AppContext
    let room: PageRoom

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let needed as SignInNeeded {
            return request.isMadeByAPerson ? .redirect(to: needed.signInPath) : signInProblem(context)
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                let route = context.endpointPath ?? "none"
                context.logger.error("request failed", metadata: ["error": "\(error)", "route": "\(route)"])
            }
            guard request.isMadeByAPerson else { return problem.response(requestID: context.id) }
            return room.answer(
                problem, for: .stranger(reading: request.language), at: request.uri.path, requestID: context.id)
        }
    }

    /// What a script of a page is told, which must not be sent on to a form.
    private func signInProblem(_ context: AppContext) -> Response {
        Problem.signInMustBeDone.response(requestID: context.id)
    }
}

extension Request {
    /// Whether a browser shows the answer to somebody.
    fileprivate var isMadeByAPerson: Bool {
        headers[.accept]?.contains("text/html") == true && !uri.path.hasPrefix("/api/")
    }
}

extension SignInNeeded {
    fileprivate var signInPath: String { "/login?next=\(pathPart(page))" }
}
