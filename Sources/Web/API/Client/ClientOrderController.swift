import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The call that the platform's client makes after a delivery.
struct ClientOrderController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/loyalty/process-order-points", "Make sure a delivered order has earned its points",
                tag: "Client", access: .caller, takes: ClientShapes.process, answers: [.ok(ClientShapes.processed)],
                process)
        ]
    }

    @Sendable private func process(_ request: Request, _ context: CallerContext) async throws -> Response {
        let fields = try await request.fields()
        let orderID: Order.ID = try fields.id("order_id")
        let shop = try await shop(of: fields, context)
        let document = fields.has("status") ? try OrderDocument(fields, id: orderID, in: shop) : nil
        let outcome = try await ProcessOrder(in: surroundings)(orderID, document, in: shop, by: context.caller)
        return .object { json in
            if let refusal = outcome.refusal {
                json.field("message", refusal.sentence)
            } else {
                json.field("message", "Loyalty points awarded")
                json.field("points_awarded", outcome.decision?.posting?.change ?? .zero)
                json.field("total_balance", outcome.decision?.member.balance)
                json.field("current_tier", outcome.decision?.member.tierKey)
            }
        }
    }

    /// The shop that is named, or the only one the caller can mean.
    private func shop(of fields: JSONFields, _ context: CallerContext) async throws -> Shop {
        let rights: Set<Right> = [.platform, .owner, .staff, .key(.orders)]
        if let id: Shop.ID = try fields.optionalID("shop_id") { return try await context.enter(id, by: rights).shop }
        switch context.caller {
        case .key(let key):
            guard let id = key.shopID else { throw ClientRejection.shopMustBeNamed }
            return try await context.enter(id, by: rights).shop
        case .person(let id):
            return try await FindOwnShop(in: surroundings)(of: id, named: nil)
        }
    }
}
