import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Redemption codes at the till. Whoever guesses at them is made to wait.
struct CodesController: Controller {
    let surroundings: Surroundings
    let trustedProxies: Set<String>
    private let guesses: CodeGuesses

    /// - Parameter guesses: Those at the till count here too.
    init(_ surroundings: Surroundings, _ settings: WebSettings, _ guesses: CodeGuesses) {
        self.guesses = guesses
        self.surroundings = surroundings
        trustedProxies = settings.trustedProxies
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/codes/{code}", "Look a code up", tag: "Redemptions",
                access: .shop(by: .owner, .staff, .key(.redemptions)), answers: [.ok(RewardShapes.redemption)], lookUp),
            Endpoint(
                .put, "/api/shops/{shop}/codes/{code}/use", "Use a code", tag: "Redemptions",
                access: .shop(by: .owner, .staff, .key(.redemptions)), takes: RewardShapes.use,
                answers: [.ok(RewardShapes.redemption)], use),
        ]
    }

    @Sendable private func lookUp(_ request: Request, _ context: ShopContext) async throws -> Response {
        let code = try RedemptionCode(typed: context.part("code"))
        return try await counting(request, context) {
            .json(try await ViewRedemptions(in: surroundings)(withCode: code, in: context.shop))
        }
    }

    @Sendable private func use(_ request: Request, _ context: ShopContext) async throws -> Response {
        let code = try RedemptionCode(typed: context.part("code"))
        let order: Order.ID? = try await request.optionalFields()?.optionalID("order_id")
        return try await counting(request, context) {
            .json(try await UseCode(in: surroundings)(code, for: order, in: context.shop, actor: context.actor))
        }
    }

    private func counting(
        _ request: Request, _ context: ShopContext, _ answer: () async throws -> Response
    ) async throws -> Response {
        let address = clientAddress(
            from: context.app.peerAddress, forwardedFor: request.headers[.forwardedFor], trusting: trustedProxies)
        return try await guesses.count(
            by: context.caller, from: address, in: context.shop.id, at: surroundings.now(), look: answer)
    }
}
