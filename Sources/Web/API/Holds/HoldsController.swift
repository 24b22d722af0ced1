import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Points and rewards reserved for checkouts.
struct HoldsController: Controller {
    let surroundings: Surroundings
    private static let path = "/api/shops/{shop}/holds"
    private static let checkout = Access.shop(by: .owner, .staff, .platform, .key(.redemptions))

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, Self.path, "Reserve points, or a reward", tag: "Holds", access: Self.checkout,
                takes: HoldShapes.place, answers: [.created(HoldShapes.hold)], place),
            Endpoint(
                .get, Self.path, "List the live holds of a member", tag: "Holds", access: Self.checkout,
                query: [QueryParameter("customer_id", .id, "Whose holds", isRequired: true)],
                answers: [.ok(.page(of: HoldShapes.hold))], list),
            Endpoint(
                .get, "\(Self.path)/{hold}", "Show a hold", tag: "Holds", access: Self.checkout,
                answers: [.ok(HoldShapes.hold)], show),
            Endpoint(
                .put, "\(Self.path)/{hold}/confirmation", "Spend what a hold reserves, all or a part", tag: "Holds",
                access: Self.checkout, takes: HoldShapes.confirm, answers: [.ok(HoldShapes.hold)], confirm),
            Endpoint(
                .delete, "\(Self.path)/{hold}", "Release a hold", tag: "Holds", access: Self.checkout,
                answers: [.ok(HoldShapes.hold)], release),
        ]
    }

    @Sendable private func place(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let wish = try HoldWish(
            points: try fields.optionalInteger("points").map(Points.init), reward: try fields.optionalID("reward_id"))
        let hold = try await PlaceHold(in: surroundings)(
            PlaceHold.Request(
                for: fields.id("customer_id"), wish,
                reference: fields.optionalText("reference", max: HoldShapes.referenceLengthMax) ?? "",
                seconds: fields.optionalInteger("seconds") ?? HoldTerms.secondsStandard),
            in: context.shop, actor: context.actor, isByHand: context.isByHand)
        return .json(hold, status: .created)
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let customer: Customer.ID = try request.query().id("customer_id") else {
            throw FieldRejection(.fieldIsRequired, "customer_id")
        }
        let holds = try await ViewHolds(in: surroundings).live(of: customer, in: context.shop)
        return .page(holds, nextCursor: nil) { json, hold in json.value(hold) }
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(try await ViewHolds(in: surroundings)(context.id("hold"), in: context.shop))
    }

    @Sendable private func confirm(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.optionalFields()
        return .json(
            try await ConfirmHold(in: surroundings)(
                context.id("hold"), points: fields?.optionalInteger("points").map(Points.init),
                order: fields?.optionalID("order_id"), in: context.shop, actor: context.actor,
                isByHand: context.isByHand))
    }

    @Sendable private func release(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(
            try await ReleaseHold(in: surroundings)(
                context.id("hold"), in: context.shop, actor: context.actor, isByHand: context.isByHand))
    }
}
