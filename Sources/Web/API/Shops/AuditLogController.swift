import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Who changed what in a shop.
struct AuditLogController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/audit-log", "List what was changed by whom, newest first", tag: "Shops",
                access: .shop(by: .owner), query: Page.parameters, answers: [.ok(.page(of: ShopShapes.act))], list)
        ]
    }

    @Sendable private func list(_ request: Request, _ context: ShopContext) async throws -> Response {
        let listing = try Listing(of: request)
        let acts = try await ViewAuditLog(in: surroundings)(
            in: context.shop, before: listing.id(), limit: listing.limit)
        return listing.answer(try acts.map(ActAnswer.init)) { .string($0.act.id.text) }
    }
}

/// An act as the API shows it.
struct ActAnswer: JSONWritable {
    let act: AuditLogStore.Act
    private let before: JSONValue
    private let after: JSONValue

    init(_ act: AuditLogStore.Act) throws {
        self.act = act
        before = try JSONValue(parsing: act.before)
        after = try JSONValue(parsing: act.after)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", act.id)
            json.field("at", act.at)
            json.field("actor", act.actor)
            json.field("action", act.action)
            json.field("subject", act.subject)
            json.field("before", before)
            json.field("after", after)
        }
    }
}
