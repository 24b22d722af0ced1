import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The tiers of members: why they hold them, and those given by hand.
struct TiersController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/members/{customer}/tier/explanation", "Explain a member's tier",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                answers: [.ok(TierShapes.explanation)], explain),
            Endpoint(
                .put, "/api/shops/{shop}/members/{customer}/tier-grant", "Give a member a tier until a day",
                tag: "Members", access: .shop(by: .owner, .key(.manage)), takes: TierShapes.grant,
                answers: [.ok(MemberShapes.member)], grant),
            Endpoint(
                .delete, "/api/shops/{shop}/members/{customer}/tier-grant", "Take back a tier given by hand",
                tag: "Members", access: .shop(by: .owner, .key(.manage)), answers: [.ok(MemberShapes.member)], revoke),
        ]
    }

    @Sendable private func explain(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(try await ExplainTier(in: surroundings)(of: context.visible(context.id("customer")), in: context.shop))
    }

    @Sendable private func grant(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let customer: Customer.ID = try context.id("customer")
        try await GrantTier(in: surroundings)(
            fields.text("tier", max: 50), through: fields.day("through"), reason: fields.text("reason", max: 500),
            to: customer, in: context.shop, actor: context.actor)
        return .json(try await ViewMembers(in: surroundings)(customer, in: context.shop))
    }

    @Sendable private func revoke(_ request: Request, _ context: ShopContext) async throws -> Response {
        let customer: Customer.ID = try context.id("customer")
        try await GrantTier(in: surroundings).end(of: customer, in: context.shop, actor: context.actor)
        return .json(try await ViewMembers(in: surroundings)(customer, in: context.shop))
    }
}
