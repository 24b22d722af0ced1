import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// The members of a shop, their histories, and points given or taken by hand.
struct MembersController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/members", "List or search members", tag: "Members",
                access: .shop(by: .owner, .staff, .key(.read)),
                query: [QueryParameter("q", .text(), "What an id, a name or an e-mail address begins with")]
                    + Page.parameters, answers: [.ok(.page(of: MemberShapes.member))], list),
            Endpoint(
                .get, "/api/shops/{shop}/members/{customer}", "Show a member", tag: "Members",
                access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                answers: [.ok(MemberShapes.member)], show),
            Endpoint(
                .get, "/api/shops/{shop}/members/{customer}/entries", "List a member's entries, newest first",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                query: Page.parameters, answers: [.ok(.page(of: MemberShapes.entry))], entries),
            Endpoint(
                .get, "/api/shops/{shop}/entries", "List the entries of the member that is named, newest first",
                tag: "Members", access: .shop(by: .owner, .staff, .platform, .key(.read), .member),
                query: [QueryParameter("customer_id", .id, "Whose entries", isRequired: true)] + Page.parameters,
                answers: [.ok(.page(of: MemberShapes.entry))], entriesOfNamed),
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

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let views = try await ViewMembers(in: surroundings).list(
            in: context.shop, search: request.query().text("q"), after: listing.id(), limit: listing.limit)
        return listing.answer(views) { .string($0.member.customerID.text) }
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        .json(try await ViewMembers(in: surroundings)(context.visible(context.id("customer")), in: context.shop))
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

extension ShopContext {
    /// A customer whose membership the caller may see: their own, or any for those who work in the shop.
    /// - Throws: ``MemberRejection/membershipMustExist``, as for somebody who is no member.
    func visible(_ customer: Customer.ID) throws(MemberRejection) -> Customer.ID {
        guard !role.isConfinedToSelf || role.personID == customer else { throw .membershipMustExist }
        return customer
    }
}
