import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Why things are as they are: in codes and numbers, and in a sentence for each side.
struct ExplanationsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/orders/{order}/explanation", "Explain what an order earned", tag: "Orders",
                access: .shop(by: .owner, .staff, .platform, .key(.read), .key(.orders), .member),
                answers: [.ok(ExplanationShapes.order)], order),
            Endpoint(
                .get, "/api/shops/{shop}/members/{customer}/entries/{sequence}/explanation", "Explain an entry",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                answers: [.ok(ExplanationShapes.entry)], entry),
            Endpoint(
                .get, "/api/shops/{shop}/rewards/{reward}/explanation",
                "Explain why a member can have a reward, or cannot", tag: "Rewards",
                access: .shop(by: .owner, .staff, .key(.read), .member),
                query: [QueryParameter("customer_id", .id, "For whom; customers ask for themselves")],
                answers: [.ok(ExplanationShapes.reward)], reward),
        ]
    }

    @Sendable private func order(_ request: Request, _ context: ShopContext) async throws -> Response {
        let customer = context.role.isConfinedToSelf ? context.role.personID : nil
        return .json(
            OrderExplanationAnswer(
                try await ExplainOrders(in: surroundings)(context.id("order"), of: customer, in: context.shop)))
    }

    @Sendable private func entry(_ request: Request, _ context: ShopContext) async throws -> Response {
        let customer = try context.visible(context.id("customer"))
        guard let sequence = Int64(try context.part("sequence")) else { throw EntryRejection.entryMustExist }
        return .json(
            EntryExplanationAnswer(
                try await ExplainEntries(in: surroundings)(sequence, of: customer, in: context.shop)))
    }

    @Sendable private func reward(_ request: Request, _ context: ShopContext) async throws -> Response {
        let oneself = context.role.isConfinedToSelf ? context.role.personID : nil
        guard let customer: Customer.ID = try request.query().id("customer_id") ?? oneself else {
            throw FieldRejection(.fieldIsRequired, "customer_id")
        }
        return .json(
            RewardExplanationAnswer(
                try await ExplainRewards(in: surroundings)(
                    context.id("reward"), for: context.visible(customer), in: context.shop)))
    }
}
