import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// What members can have for points, as the owner keeps it.
struct RewardsController: Controller {
    let surroundings: Surroundings

    private static let path = "/api/shops/{shop}/rewards"

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, Self.path, "List rewards", tag: "Rewards", access: .shop(by: .owner, .staff, .key(.read)),
                query: Page.parameters, answers: [.ok(.page(of: RewardShapes.reward))], list),
            Endpoint(
                .post, Self.path, "Make a reward", tag: "Rewards", access: .shop(by: .owner, .key(.manage)),
                takes: RewardShapes.make, answers: [.created(RewardShapes.reward)], make),
            Endpoint(
                .get, "\(Self.path)/{reward}", "Show a reward", tag: "Rewards",
                access: .shop(by: .owner, .staff, .key(.read)), answers: [.ok(RewardShapes.reward)], show),
            Endpoint(
                .put, "\(Self.path)/{reward}", "Change a reward", tag: "Rewards",
                access: .shop(by: .owner, .key(.manage)), takes: RewardShapes.change,
                answers: [.ok(RewardShapes.reward)], change),
            Endpoint(
                .delete, "\(Self.path)/{reward}", "Take a reward off the list", tag: "Rewards",
                access: .shop(by: .owner, .key(.manage)), answers: [.noContent], delete),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let rewards = try await ViewRewards(in: surroundings).list(
            in: context.shop, after: listing.id(), limit: listing.limit)
        return listing.answer(rewards) { .string($0.id.text) }
    }

    @Sendable private func make(_ request: Request, _ context: ShopContext) async throws -> Response {
        let (fields, shop) = (try await request.fields(), context.shop)
        let reward = try await SaveReward(in: surroundings).make(in: shop, actor: context.actor) { id, days in
            try Reward(fields, id: id, codeValidDays: days, in: shop)
        }
        return .json(reward, status: .created)
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(try await ViewRewards(in: surroundings)(context.id("reward"), in: context.shop))
    }

    @Sendable private func change(_ request: Request, _ context: ShopContext) async throws -> Response {
        let (fields, shop) = (try await request.fields(), context.shop)
        let reward = try await SaveReward(in: surroundings).change(
            context.id("reward"), in: shop, actor: context.actor
        ) { reward in
            try Reward(fields, over: reward, in: shop)
        }
        return .json(reward)
    }

    @Sendable private func delete(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await DeleteReward(in: surroundings)(context.id("reward"), in: context.shop, actor: context.actor)
        return .noContent
    }
}
