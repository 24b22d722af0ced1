public import Hummingbird

/// One call of the API: where it is, who may make it, what it takes and answers, and the code that serves it.
///
/// The router and the OpenAPI document are both made from these values, so they cannot drift apart.
///
///     Endpoint(
///         .put, "/api/shops/{shop}/orders/{order}", "Record an order's whole state", tag: "Orders",
///         access: .shop(by: .platform, .key(.orders)), takes: Shapes.order, answers: [.ok(Shapes.orderResult)],
///         record)
///
/// The type of context that the handler takes follows from `access`: a handler that has a ``ShopContext`` has the
/// right. Places in a path that mean the same must have the same name, in all endpoints.
public struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// The path with names in braces and without a trailing slash; it is served with one too.
    let path: String
    let summary: String
    let tag: String
    let rule: AccessRule
    let query: [QueryParameter]
    let body: Schema?
    let answers: [AnswerShape]
    /// Whether people see it in a browser; the description of the API passes it over.
    let isPage: Bool
    let respond: @Sendable (Request, AppContext, FrontDesk) async throws -> Response

    /// - Parameters:
    ///   - summary: What the call does, as a short sentence without a full stop.
    ///   - tag: The heading it stands under in the documentation.
    ///   - query: What may stand behind the question mark.
    ///   - body: The shape of the JSON body; `nil` for calls without one.
    ///   - answers: The answers that are no problems; those are described for all endpoints alike.
    public init<Context: AdmittedContext>(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, tag: String, access: Access<Context>,
        query: [QueryParameter] = [], takes body: Schema? = nil, answers: [AnswerShape],
        _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.tag = tag
        rule = access.rule
        self.query = query
        self.body = body
        self.answers = answers
        isPage = false
        respond = { request, context, desk in
            let admitted = try await access.admit(request, context, desk)
            guard method == .post else { return try await handler(request, admitted) }
            let id = context.id
            return try await desk.idempotency.answer(
                request, key: request.headers[.idempotencyKey], path, admitted,
                rendering: { $0.response(requestID: id) }
            ) { request in
                try await handler(request, admitted)
            }
        }
    }

    init(
        page path: String, _ method: HTTPRequest.Method, _ summary: String, _ rule: AccessRule,
        _ respond: @escaping @Sendable (Request, AppContext, FrontDesk) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.summary = summary
        self.rule = rule
        self.respond = respond
        (tag, query, body, answers, isPage) = ("Pages", [], nil, [], true)
    }
}
