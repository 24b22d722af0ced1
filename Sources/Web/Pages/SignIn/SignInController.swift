import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Signing in to the pages and out of them.
struct SignInController: Controller {
    let surroundings: Surroundings
    let room: PageRoom
    let signIn: SignIn
    let verifier: TokenVerifier
    let hasAccounts: Bool

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/login", "Sign in", access: .guest, show),
            Endpoint(form: "/login", "Sign in", access: .guest, enter),
            Endpoint(page: "/session", .post, "Sign in with the platform's token", .open) { request, _, _ in
                try await takeToken(request)
            },
            Endpoint(form: "/sign-out", "Sign out", access: .guest, leave),
            Endpoint(form: "/sign-out-everywhere", "Sign out with every browser", access: .visitor, leaveEverywhere),
            Endpoint(form: "/language", "Choose a language", access: .guest, choose),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: GuestContext) async throws -> Response {
        let next = ownPath(try request.query().text("next") ?? "")
        guard context.visitor.customerID == nil else { return .redirect(to: next) }
        return room.answer(page(next, for: context.visitor), for: context.visitor)
    }

    private func page(
        _ next: String, for visitor: Visitor, username: String = "", fault: String? = nil
    ) -> SignInPage {
        let words = room.wording(for: visitor).words
        return SignInPage(
            frame: Frame(words("sign_in.title"), for: visitor), next: next, username: username, fault: fault,
            hasAccounts: hasAccounts)
    }

    @Sendable private func enter(_ form: FormFields, _ context: GuestContext) async throws -> Response {
        let next = ownPath(form["next"])
        do {
            let account = try await signIn(
                username: form["username"], password: form.all("password").first ?? "",
                from: context.visitor.address)
            return try await welcome(account.customerID, to: next)
        } catch let rejection as any Rejection {
            let page = page(
                next, for: context.visitor, username: form["username"],
                fault: room.sentence(of: rejection, for: context.visitor))
            return room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// The platform hands its user over: the token is the proof, so the form need not have been made here.
    private func takeToken(_ request: Request) async throws -> Response {
        let isForm = request.headers[.contentType]?.lowercased().hasPrefix("application/json") != true
        guard !isForm else {
            let form = try await request.form()
            return try await welcome(person(by: form["token"]), to: ownPath(form["next"]))
        }
        let fields = try await request.fields()
        let secret = try await OpenSession(in: surroundings)(of: person(by: fields.text("token", max: 8_192)))
        return Response(status: .noContent, headers: [.setCookie: room.cookies.setting(session: secret)])
    }

    private func person(by token: String) async throws -> Customer.ID {
        try await verifier.claims(of: token).customerID
    }

    private func welcome(_ customer: Customer.ID, to page: String) async throws -> Response {
        let secret = try await OpenSession(in: surroundings)(of: customer)
        var response = Response.redirect(to: page)
        response.headers[.setCookie] = room.cookies.setting(session: secret)
        return response
    }

    @Sendable private func leave(_ form: FormFields, _ context: GuestContext) async throws -> Response {
        if let secret = context.visitor.secret { try await EndSessions(in: surroundings)(secret: secret) }
        return farewell
    }

    @Sendable private func leaveEverywhere(_ form: FormFields, _ context: VisitorContext) async throws -> Response {
        try await EndSessions(in: surroundings)(of: context.customerID)
        return farewell
    }

    private var farewell: Response {
        var response = Response.redirect(to: "/login")
        response.headers[.setCookie] = room.cookies.forgettingSession
        return response
    }

    @Sendable private func choose(_ form: FormFields, _ context: GuestContext) async throws -> Response {
        var response = Response.redirect(to: ownPath(form["next"]))
        let language = Language(rawValue: form["language"]) ?? .english
        response.headers[.setCookie] = room.cookies.setting(language)
        return response
    }
}
