import Hummingbird
import Loyalty
import Operations

/// A request from a browser, for a page or by a form.
protocol PageContext: AdmittedContext {
    var visitor: Visitor { get }
}

extension Endpoint {
    /// A page, or a file that pages are made with.
    ///
    /// - Parameters:
    ///   - path: The path with names in braces and without a trailing slash; it is served with one too.
    ///   - summary: What it shows, as a short sentence without a full stop.
    init<Context: AdmittedContext>(
        page path: String, _ summary: String, access: Access<Context>,
        _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) {
        self.init(page: path, .get, summary, access.rule) { request, context, desk in
            try await handler(request, try await access.admit(request, context, desk))
        }
    }

    /// What a form of a page does. The form must have been made here, for this browser; one that is sent twice, by a
    /// second click or after a lost connection, is done once, where it has a field ``onceField``.
    init<Context: PageContext>(
        form path: String, _ summary: String, access: Access<Context>,
        _ handler: @escaping @Sendable (FormFields, Context) async throws -> Response
    ) {
        self.init(page: path, .post, summary, access.rule) { request, context, desk in
            let admitted = try await access.admit(request, context, desk)
            var request = request
            request.body = RequestBody(buffer: try await request.wholeBody())
            let fields = try await request.form()
            guard !request.comesFromAnotherSite, admitted.visitor.hasMade(fields[formTokenField]) else {
                throw FormRejection.formMustBeMadeHere
            }
            let once = fields[onceField]
            let (id, asked) = (context.id, request.uri.path)
            return try await desk.idempotency.answer(
                request, key: once.isEmpty ? nil : once, path, admitted,
                rendering: { desk.room.answer($0, for: admitted.visitor, at: asked, requestID: id) }
            ) { _ in
                try await handler(fields, admitted)
            }
        }
    }
}

/// The hidden field with the visitor's token.
private let formTokenField = "form_token"
/// The hidden field that names one filling in of a form.
private let onceField = "once"
