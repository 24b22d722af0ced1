import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The person who is signed in.
struct MeController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/me", "Who is signed in", tag: "Me", access: .person, answers: [.ok(MemberShapes.me)], show),
            Endpoint(
                .get, "/api/me/memberships", "All memberships of the caller", tag: "Me", access: .person,
                answers: [.ok(.object([.required("items", .array(MemberShapes.membership))]))], memberships),
            Endpoint(
                .get, "/api/me/codes", "All codes of the caller that are good", tag: "Me", access: .person,
                answers: [.ok(RewardShapes.ownCodes)], codes),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let person = try await ViewPerson(in: surroundings)(context.customerID)
        return .object { json in
            json.field("customer_id", context.customerID)
            json.field("name", person.customer?.name ?? "")
            json.field("email", person.customer?.email)
            json.field("phone", person.customer?.phone)
            json.field("birthday", person.customer?.birthday)
            json.field("owned_shops", person.ownedShops.map(\.id))
            json.field("membership_count", person.membershipCount)
        }
    }

    @Sendable private func memberships(_ request: Request, _ context: PersonContext) async throws -> Response {
        let views = try await ViewMembers(in: surroundings).memberships(of: context.customerID)
        return .object { json in
            json.array("items", views) { json, view in
                json.object { json in
                    json.field("shop_id", view.shop.id)
                    json.field("shop_name", view.shop.name)
                    json.field("member", view)
                }
            }
        }
    }

    @Sendable private func codes(_ request: Request, _ context: PersonContext) async throws -> Response {
        let codes = try await ViewOwnCodes(in: surroundings)(of: context.customerID)
        return .object { json in
            json.array("items", codes) { json, code in
                json.object { json in
                    json.field("shop_id", code.shop.id)
                    json.field("shop_name", code.shop.name)
                    json.field("redemption", code.redemption)
                }
            }
        }
    }
}
