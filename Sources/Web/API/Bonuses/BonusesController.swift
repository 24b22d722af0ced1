import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// Bonuses for what the platform or the shop reports.
struct BonusesController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/shops/{shop}/bonuses", "Give a member the bonus for an event", tag: "Bonuses",
                access: .shop(by: .owner, .platform, .key(.orders)), takes: BonusShapes.claim,
                answers: [
                    .created(BonusShapes.bonus), .ok(BonusShapes.bonus, "Given before, for the same reference"),
                ], give),
            Endpoint(
                .get, "/api/shops/{shop}/bonuses", "List the bonuses of the member that is named, newest first",
                tag: "Bonuses", access: .shop(by: .owner, .staff, .key(.read)),
                query: [QueryParameter("customer_id", .id, "Whose bonuses", isRequired: true)] + Page.parameters,
                answers: [.ok(.page(of: BonusShapes.bonus))], list),
        ]
    }

    @Sendable private func give(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let report = GiveBonus.Report(
            customerID: try fields.id("customer_id"), eventKey: try fields.text("event", max: 100),
            reference: try fields.id("reference"), occurredAt: try fields.optionalInstant("occurred_at"))
        let outcome = try await GiveBonus(in: surroundings)(
            report, in: context.shop, actor: context.actor, person: context.role.personID)
        return .json(BonusDocument(row: outcome.row), status: outcome.isNew ? .created : .ok)
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let customer: Customer.ID = try request.query().id("customer_id") else {
            throw FieldRejection(.fieldIsRequired, "customer_id")
        }
        let listing = try Listing(of: request)
        let rows = try await ViewBonuses(in: surroundings)(
            of: customer, in: context.shop, below: listing.number(), limit: listing.limit)
        return listing.answer(rows.map(BonusDocument.init)) { JSONValue($0.sequence) }
    }
}
