import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Redemptions of rewards.
struct RedemptionsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/shops/{shop}/redemptions", "Redeem a reward", tag: "Redemptions",
                access: .shop(by: .owner, .staff, .member, .key(.redemptions)), takes: RewardShapes.redeem,
                answers: [.created(RewardShapes.issued)], redeem),
            Endpoint(
                .get, "/api/shops/{shop}/redemptions", "List redemptions, newest first", tag: "Redemptions",
                access: .shop(by: .owner, .staff, .member, .key(.redemptions)),
                query: [QueryParameter("customer_id", .id, "Whose redemptions")] + Page.parameters,
                answers: [.ok(.page(of: RewardShapes.redemption))], list),
            Endpoint(
                .delete, "/api/shops/{shop}/redemptions/{redemption}", "Cancel a redemption that was not used",
                tag: "Redemptions", access: .shop(by: .owner, .staff, .member, .key(.redemptions)),
                answers: [.ok(RewardShapes.redemption)], cancel),
        ]
    }

    @Sendable private func redeem(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let customer: Customer.ID? = try fields.optionalID("customer_id") ?? context.role.personID
        guard let customer else { throw FieldRejection(.fieldIsRequired, "customer_id") }
        let issued = try await RedeemReward(in: surroundings)(
            fields.id("reward_id"), by: context.visible(customer), in: context.shop, actor: context.actor,
            isByHand: context.isByHand)
        return .object(status: .created) { json in
            json.field("id", issued.redemption.id)
            json.field("code", issued.code.grouped)
            json.field("expires_at", issued.redemption.expiresAt)
            json.field("points_used", issued.redemption.cost)
            json.field("balance", issued.member.balance)
        }
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let asked: Customer.ID? = try request.query().id("customer_id")
        let own = context.role.isConfinedToSelf ? context.role.personID : nil
        let rows = try await ViewRedemptions(in: surroundings)(
            in: context.shop, of: asked.map { try context.visible($0) } ?? own, before: listing.id(),
            limit: listing.limit, withCodes: own != nil)
        return listing.answer(rows) { .string($0.redemption.id.text) }
    }

    @Sendable private func cancel(_ request: Request, _ context: ShopContext) async throws -> Response {
        let own = context.role.isConfinedToSelf ? context.role.personID : nil
        return .json(
            try await CancelRedemption(in: surroundings)(
                context.id("redemption"), of: own, in: context.shop, actor: context.actor))
    }
}
