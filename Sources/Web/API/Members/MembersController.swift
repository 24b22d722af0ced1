import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The members of a shop.
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
                .put, "/api/shops/{shop}/members/{customer}", "Make a customer a member", tag: "Members",
                access: .shop(by: .platform, .key(.orders), .member), takes: MemberShapes.enrolment,
                answers: [.ok(MemberShapes.member), .created(MemberShapes.member)], enrol),
            Endpoint(
                .delete, "/api/shops/{shop}/members/{customer}", "Take a customer out of the program", tag: "Members",
                access: .shop(by: .platform, .member), answers: [.ok(MemberShapes.member)], leave),
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

    @Sendable private func enrol(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.optionalFields()
        let id: Customer.ID = try context.visible(context.id("customer"))
        let isInPerson = context.role.isConfinedToSelf
        let customer = try fields.map { try Customer($0, id: id) } ?? Customer(id: id, name: "")
        guard !isInPerson || customer == Customer(id: id, name: "") else {
            throw AccessRejection.callerMustHaveTheRight([.platform, .key(.orders)])
        }
        let isNew = try await EnrolMember(in: surroundings)(
            customer, from: context.caller.teller, in: context.shop, actor: context.actor, isInPerson: isInPerson)
        return .json(
            try await ViewMembers(in: surroundings)(id, in: context.shop), status: isNew ? .created : .ok)
    }

    @Sendable private func leave(_ request: Request, _ context: ShopContext) async throws -> Response {
        let id: Customer.ID = try context.visible(context.id("customer"))
        _ = try await LeaveProgram(in: surroundings)(id, in: context.shop, actor: context.actor)
        return .json(try await ViewMembers(in: surroundings)(id, in: context.shop))
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
