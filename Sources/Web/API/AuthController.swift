import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Signing in, for installations where no platform issues tokens.
struct AuthController: Controller {
    private let surroundings: Surroundings
    private let issuer: TokenIssuer?
    private let verifier: TokenVerifier
    private let trustedProxies: Set<String>
    private let signIn: SignIn

    init(_ surroundings: Surroundings, _ settings: WebSettings, _ verifier: TokenVerifier, _ signIn: SignIn) {
        self.surroundings = surroundings
        issuer = TokenIssuer(settings.tokens, in: surroundings)
        self.verifier = verifier
        trustedProxies = settings.trustedProxies
        self.signIn = signIn
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/auth/login", "Sign in with a name and a password", tag: "Sign-in", access: .open,
                takes: Shapes.login, answers: [.ok(Shapes.tokens)], logIn),
            Endpoint(
                .post, "/api/auth/token/refresh", "Stay signed in", tag: "Sign-in", access: .open,
                takes: Shapes.refresh, answers: [.ok(Shapes.access)], refresh),
        ]
    }

    @Sendable private func logIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let issuer = try issuing()
        let fields = try await request.fields()
        let key = fields.has("email") && !fields.has("username") ? "email" : "username"
        let account = try await signIn(
            username: try fields.text(key, max: 254), password: try fields.text("password", max: 1_000),
            from: clientAddress(
                from: context.peerAddress, forwardedFor: request.headers[.forwardedFor], trusting: trustedProxies))
        return .object { json in
            json.field("access", issuer.accessToken(for: account.customerID))
            json.field("refresh", issuer.refreshToken(for: account))
        }
    }

    @Sendable private func refresh(_ request: Request, _ context: AppContext) async throws -> Response {
        let issuer = try issuing()
        let token = try await request.fields().text("refresh", max: 8_192)
        let claims = try await verifier.claims(of: token, kind: "refresh")
        let account = try await surroundings.database.read { connection in
            try AccountStore(connection).account(of: claims.customerID)
        }
        guard let account, claims[accountClaim] == JSONValue(account.changedAt.milliseconds) else {
            throw AccessRejection.credentialsMustBeValid
        }
        return .object { json in json.field("access", issuer.accessToken(for: account.customerID)) }
    }

    private func issuing() throws -> TokenIssuer {
        guard let issuer else { throw Problem.signInMustBeConfigured }
        return issuer
    }
}

private enum Shapes {
    static let login = Schema.named(
        "Login",
        .any(["username", "email"].map { .object([.required($0, .text(max: 254)), .required("password", .text())]) }))
    static let tokens = Schema.named(
        "Tokens", .object([.required("access", .text()), .required("refresh", .text())]))
    static let refresh = Schema.named("Refresh", .object([.required("refresh", .text())]))
    static let access = Schema.named("AccessToken", .object([.required("access", .text())]))
}
