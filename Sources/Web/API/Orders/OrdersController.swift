import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Orders, as states that the platform tells.
struct OrdersController: Controller {
    let surroundings: Surroundings

    private static let path = "/api/shops/{shop}/orders/{order}"

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .put, Self.path, "Record an order's whole state", tag: "Orders",
                access: .shop(by: .platform, .key(.orders)), takes: OrderShapes.order,
                answers: [.ok(OrderShapes.outcome), .created(OrderShapes.outcome)], record),
            Endpoint(
                .get, Self.path, "Show an order and what it earned", tag: "Orders",
                access: .shop(by: .owner, .staff, .platform, .key(.read), .key(.orders), .member),
                answers: [.ok(OrderShapes.held)], show),
        ]
    }

    @Sendable private func record(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let document = try OrderDocument(fields, id: context.id("order"), in: context.shop)
        let receipt = try await ReceiveOrder(in: surroundings)(document, in: context.shop, by: context.caller)
        return .json(OrderOutcome(receipt), status: receipt.isNew ? .created : .ok)
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        let customer = context.role.isConfinedToSelf ? context.role.personID : nil
        let held = try await ViewOrder(in: surroundings)(context.id("order"), of: customer, in: context.shop)
        return .json(try HeldOrderAnswer(held, in: context.shop))
    }
}
