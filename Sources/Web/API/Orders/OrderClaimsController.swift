import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Orders of guests, claimed for the customers they are.
struct OrderClaimsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/shops/{shop}/order-claims", "Make a guest's order a customer's", tag: "Orders",
                access: .shop(by: .owner, .platform, .key(.orders), .member), takes: OrderShapes.claim,
                answers: [.ok(OrderShapes.outcome)], claim)
        ]
    }

    @Sendable private func claim(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let order: Order.ID = try fields.id("order_id")
        let named: Customer.ID? = try fields.optionalID("customer_id")
        let isForOneself = context.role.isConfinedToSelf
        guard let customer = isForOneself ? context.role.personID : named else {
            throw FieldRejection(.fieldIsRequired, "customer_id")
        }
        guard named == nil || named == customer else { throw OrderRejection(.orderMustExist) }
        let outcome = try await ClaimOrder(in: surroundings)(
            order, for: customer, isForOneself: isForOneself, in: context.shop, actor: context.actor)
        return .json(OrderOutcome(.recorded(outcome)))
    }
}
