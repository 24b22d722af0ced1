import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Who works the till of a shop.
struct StaffController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/staff", "List the staff of the shop", tag: "Access", access: .shop(by: .owner),
                answers: [.ok(.object([.required("items", .array(Shapes.member))]))], list),
            Endpoint(
                .post, "/api/shops/{shop}/staff", "Take a person on", tag: "Access", access: .shop(by: .owner),
                takes: Shapes.draft,
                answers: [.created(Shapes.draft, "Taken on"), .ok(Shapes.draft, "Was staff already")], add),
            Endpoint(
                .delete, "/api/shops/{shop}/staff/{customer}", "Take the till away from a person", tag: "Access",
                access: .shop(by: .owner), answers: [.noContent], remove),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let staff = try await ViewStaff(in: surroundings).members(in: context.shop)
        return .object { json in json.field("items", staff) }
    }

    @Sendable private func add(_ request: Request, _ context: ShopContext) async throws -> Response {
        let person: Customer.ID = try await request.fields().id("customer_id")
        let isNew = try await AddStaff(in: surroundings)(person, in: context.shop, actor: context.actor)
        return .object(status: isNew ? .created : .ok) { json in json.field("customer_id", person) }
    }

    @Sendable private func remove(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await RemoveStaff(in: surroundings)(try context.id("customer"), in: context.shop, actor: context.actor)
        return .noContent
    }
}

private enum Shapes {
    static let draft = Schema.named("StaffDraft", .object([.required("customer_id", .id)]))
    static let member = Schema.named(
        "StaffMember",
        .object([.required("customer_id", .id), .required("added_at", .time), .required("added_by", .text())]))
}
