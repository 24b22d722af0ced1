public import Hummingbird
public import Logging
import Loyalty
public import Operations

/// How long a connection may stay open without a request, and a request may take to arrive without a byte.
private let idleSecondsMax: Int64 = 75
private let headerByteCountMax = 16_384
private let headersByteCountMax = 65_536
private let headersMax = 200

/// The web server: all endpoints, on one router, with what stands around them.
public struct WebApplication: Sendable {
    private let surroundings: Surroundings
    private let settings: WebSettings
    private let controllers: [any Controller]
    private let version: String
    private let desk: FrontDesk
    private let room: PageRoom
    private let meter: Meter
    private let logger: Logger

    /// - Parameters:
    ///   - controllers: The endpoints beside those of access, health and documentation.
    ///   - hasher: Hashes the passwords of those who sign in.
    ///   - readyWithin: For how long `/readyz` waits for the database.
    /// - Throws: Whatever is wrong with a template or a file of words, which a test would have found.
    public init(
        _ surroundings: Surroundings, settings: WebSettings, controllers: [any Controller],
        hasher: PasswordHasher = PasswordHasher(), meter: Meter = Meter(), readyWithin: Duration = .seconds(2),
        version: String, logger: Logger
    ) throws {
        self.surroundings = surroundings
        self.settings = settings
        self.version = version
        self.meter = meter
        self.logger = logger
        let keySet = settings.tokens.keySet.map { KeySet(from: $0, now: surroundings.now, logger: logger, meter) }
        let keys = KeyRing(surroundings, platformKey: settings.platformKey)
        let tokens = TokenVerifier(settings.tokens, keySet: keySet, now: surroundings.now)
        room = try PageRoom(publicURL: settings.pageRoot)
        let signIn = SignIn(in: surroundings, hasher: hasher, limiter: AttemptLimiter(in: surroundings))
        desk = FrontDesk(
            authenticator: Authenticator(keys: keys, tokens: tokens),
            gate: ShopGate(in: surroundings),
            idempotency: Idempotency(answerOnce: AnswerOnce(in: surroundings)),
            reception: Reception(surroundings: surroundings, trustedProxies: settings.trustedProxies), room: room,
            operators: Set(settings.operators.map { Identifier(trusted: $0) }))
        let guesses = CodeGuesses(in: surroundings)
        let readiness = Readiness(of: surroundings.database, within: readyWithin, logger: logger)
        let parts = PageParts(
            surroundings: surroundings, room: room, settings: settings, signIn: signIn, verifier: tokens,
            guesses: guesses, ring: keys)
        self.controllers =
            controllers + [
                KeysController(surroundings: surroundings, ring: keys), StaffController(surroundings: surroundings),
                AuthController(surroundings, settings, tokens, signIn),
                CodesController(surroundings, settings, guesses),
                ReferralsController(surroundings, settings),
                AccountsController(surroundings: surroundings, hasher: hasher),
                StatementsController(surroundings: surroundings, room: room),
                HealthController(readiness: readiness), MetricsController(meter, readiness),
            ]
            + PageArea.all.flatMap { area in area.controllers(parts) }
        countEvents(of: surroundings.activity, on: meter)
        registerProcessMetrics(on: meter, version: version, startedAt: surroundings.now())
    }

    /// Everything that is served; the router and the documentation are both made of this.
    func endpoints() -> [Endpoint] {
        let docs = DocsController(version: version, all: endpoints)
        return (controllers + [docs]).flatMap(\.endpoints)
    }

    /// What the server describes of itself.
    public var openAPI: OpenAPIDocument { OpenAPIDocument(endpoints(), version: version) }

    /// The paths of all pages, as they stand in the routes, for the tests that look at every one of them.
    public var pagePaths: [String] { endpoints().filter { $0.isPage && $0.method == .get }.map(\.path).sorted() }

    /// The routes, for pages and streams to be added to.
    public var router: Router<AppContext> {
        let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
        let endpoints = endpoints()
        router.addMiddleware {
            AccessLogMiddleware(metrics: RequestMetrics(meter))
            CrossOriginMiddleware(origins: settings.allowedOrigins)
            GzipMiddleware()
            ProblemMiddleware(room: room)
            RouteMiddleware(endpoints)
        }
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { [desk] request, context in
                try await endpoint.respond(request, context, desk)
            }
        }
        return router
    }

    /// The server, ready to run; stopped gracefully, it answers what it has begun.
    /// - Parameter onServerRunning: Called once the port is open, with the number of it.
    public func application(
        onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<RouterResponder<AppContext>> {
        Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(idleSecondsMax),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: headerByteCountMax, maxHeaderListSize: headersByteCountMax,
                        maxHeaderFieldCount: headersMax))),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}
