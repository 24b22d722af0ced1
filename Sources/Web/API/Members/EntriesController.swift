import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// The histories of members.
struct EntriesController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/members/{customer}/entries", "List a member's entries, newest first",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                query: Page.parameters, answers: [.ok(.page(of: MemberShapes.entry))], entries),
            Endpoint(
                .get, "/api/shops/{shop}/entries", "List the entries of the member that is named, newest first",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                query: [QueryParameter("customer_id", .id, "Whose entries", isRequired: true)] + Page.parameters,
                answers: [.ok(.page(of: MemberShapes.entry))], entriesOfNamed),
        ]
    }

    @Sendable private func entries(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await entries(of: context.id("customer"), request, context)
    }

    @Sendable private func entriesOfNamed(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let customer: Customer.ID = try request.query().id("customer_id") else {
            throw FieldRejection(.fieldIsRequired, "customer_id")
        }
        return try await entries(of: customer, request, context)
    }

    private func entries(
        of customer: Customer.ID, _ request: Request, _ context: ShopContext
    ) async throws -> Response {
        let listing = try Listing(of: request)
        let rows = try await ViewEntries(in: surroundings)(
            of: context.visible(customer), in: context.shop, below: listing.number(), limit: listing.limit)
        return listing.answer(rows.map(EntryAnswer.init)) { JSONValue($0.row.entry.sequence) }
    }
}
