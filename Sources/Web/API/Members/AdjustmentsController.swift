import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Points given or taken by hand.
struct AdjustmentsController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/shops/{shop}/members/{customer}/adjustments", "Give or take points by hand",
                tag: "Members", access: .shop(by: .owner, .key(.manage)), takes: MemberShapes.adjustment,
                answers: [.created(MemberShapes.adjusted)], adjust),
            Endpoint(
                .post, "/api/shops/{shop}/adjustments", "Give points to or take them from the member that is named",
                tag: "Members", access: .shop(by: .owner, .key(.manage)), takes: MemberShapes.namedAdjustment,
                answers: [.created(MemberShapes.adjusted)], adjustNamed),
        ]
    }

    @Sendable private func adjust(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await adjust(context.id("customer"), try await request.fields(), context)
    }

    @Sendable private func adjustNamed(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        return try await adjust(fields.id("customer_id"), fields, context)
    }

    private func adjust(
        _ customer: Customer.ID, _ fields: JSONFields, _ context: ShopContext
    ) async throws -> Response {
        let decision = try await AdjustPoints(in: surroundings)(
            Points(try fields.integer("points")), reason: try fields.text("reason", max: 500), to: customer,
            in: context.shop, actor: context.actor)
        return .object(status: .created) { json in
            json.field("customer_id", customer)
            json.field("points_change", decision.posting.entry.points)
            json.field("balance", decision.member.balance)
            json.field("sequence", decision.posting.entry.sequence)
        }
    }
}
