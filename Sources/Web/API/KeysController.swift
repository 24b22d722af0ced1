import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The API keys of a shop.
struct KeysController: Controller {
    let surroundings: Surroundings
    let ring: KeyRing

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/api-keys", "List the API keys of the shop", tag: "Access",
                access: .shop(by: .owner),
                answers: [.ok(.object([.required("items", .array(Shapes.key))]))], list),
            Endpoint(
                .post, "/api/shops/{shop}/api-keys", "Make an API key; its secret is shown this once", tag: "Access",
                access: .shop(by: .owner), takes: Shapes.draft, answers: [.created(Shapes.newKey)], issue),
            Endpoint(
                .delete, "/api/shops/{shop}/api-keys/{key}", "Make an API key invalid at once", tag: "Access",
                access: .shop(by: .owner), answers: [.noContent], revoke),
        ]
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let keys = try await ViewKeys(in: surroundings)(in: context.shop.id)
        return .object { json in json.field("items", keys) }
    }

    @Sendable private func issue(_ request: Request, _ context: ShopContext) async throws -> Response {
        let fields = try await request.fields()
        let scopes = try fields.array("scopes", max: APIKey.Scope.allCases.count).map { field in
            try field.choice(of: APIKey.Scope.self)
        }
        let (record, secret) = try await IssueKey(in: surroundings)(
            named: try fields.text("name", max: 100), scopes: Set(scopes), in: context.shop.id, actor: context.actor)
        return .object(status: .created) { json in
            record.writeMembers(to: &json)
            json.field("secret", secret)
        }
    }

    @Sendable private func revoke(_ request: Request, _ context: ShopContext) async throws -> Response {
        try await RevokeKey(in: surroundings, ring: ring)(
            try context.id("key"), in: context.shop.id, actor: context.actor)
        return .noContent
    }
}

private enum Shapes {
    static let scopes = Schema.array(.choice(APIKey.Scope.allCases.map(\.rawValue)), min: 1)
    static let members: [Schema.Member] = [
        .required("id", .id), .required("name", .text(max: 100)), .required("scopes", scopes),
        .required("last_four", .text(max: 4)), .required("created_at", .time), .required("created_by", .text()),
        .required("last_used_at", .nullable(.time)),
    ]
    static let key = Schema.named("APIKey", .object(members))
    static let newKey = Schema.named("NewAPIKey", .object(members + [.required("secret", .text())]))
    static let draft = Schema.named(
        "APIKeyDraft", .object([.required("name", .text(min: 1, max: 100)), .required("scopes", scopes)]))
}
