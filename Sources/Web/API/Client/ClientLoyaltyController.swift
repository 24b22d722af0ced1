import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The customer's half of the platform's client, in the paths and words it has always used.
struct ClientLoyaltyController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/customer-loyalty/my_loyalty_accounts", "All memberships of the caller", tag: "Client",
                access: .person, answers: [.ok(.array(ClientShapes.membership))], memberships),
            Endpoint(
                .get, "/api/customer-loyalty/shop_loyalty", "The caller's membership in one shop", tag: "Client",
                access: .person, query: [QueryParameter("shop_id", .id, "Which shop", isRequired: true)],
                answers: [.ok(ClientShapes.shopLoyalty)], membership),
            Endpoint(
                .post, "/api/customer-loyalty/redeem_reward", "Redeem a reward", tag: "Client", access: .person,
                takes: ClientShapes.redeem, answers: [.ok(ClientShapes.redeemed)], redeem),
            Endpoint(
                .get, "/api/loyalty/referral-info", "How the caller invites friends to a shop", tag: "Client",
                access: .person, query: [QueryParameter("shop_id", .id, "Which shop", isRequired: true)],
                answers: [.ok(ClientShapes.referralInfo)], referral),
        ]
    }

    @Sendable private func memberships(_ request: Request, _ context: PersonContext) async throws -> Response {
        let views = try await ViewMembers(in: surroundings).memberships(of: context.customerID)
        return .json(views.map(ClientMembership.init))
    }

    @Sendable private func membership(_ request: Request, _ context: PersonContext) async throws -> Response {
        let shop = try await shop(request, context)
        return .json(ClientShopLoyalty(try await ViewWallet(in: surroundings)(of: context.customerID, in: shop)))
    }

    @Sendable private func redeem(_ request: Request, _ context: PersonContext) async throws -> Response {
        let fields = try await request.fields()
        let (rewardID, shopID): (Reward.ID, Shop.ID) = (try fields.id("reward_id"), try fields.id("shop_id"))
        let shop = try await context.enter(shopID, by: [.member]).shop
        let issued = try await RedeemReward(in: surroundings)(
            rewardID, by: context.customerID, in: shop, actor: context.actor)
        return .object { json in
            json.field("message", "Reward redeemed successfully")
            json.field("redemption_code", issued.code.grouped)
            json.field("expires_at", issued.redemption.expiresAt)
            json.field("remaining_points", issued.member.balance)
        }
    }

    @Sendable private func referral(_ request: Request, _ context: PersonContext) async throws -> Response {
        let shop = try await shop(request, context)
        return .json(try await ViewReferral(in: surroundings)(of: context.customerID, in: shop))
    }

    private func shop(_ request: Request, _ context: PersonContext) async throws -> Shop {
        guard let id: Shop.ID = try request.query().id("shop_id") else { throw ClientRejection.shopMustBeNamed }
        return try await context.enter(id, by: [.member]).shop
    }
}

/// What the client forgot to say, in the words it knows.
enum ClientRejection: String, ListedRejection, CaseIterable {
    case shopMustBeNamed

    var field: String? { "shop_id" }
    var sentence: String { "shop_id parameter required" }
}
