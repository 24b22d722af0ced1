import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage
import Synchronization

@testable import Web

/// Endpoints of every kind of access, for tests to knock at.
struct ProbeController: Controller {
    let surroundings: Surroundings
    let probe: Probe

    var endpoints: [Endpoint] {
        [
            Endpoint(.get, "/probe/open", "Open", tag: "Probe", access: .open, answers: [.noContent]) { _, _ in
                .noContent
            },
            Endpoint(.post, "/probe/open", "Echo", tag: "Probe", access: .open, takes: .object([]), answers: []) {
                request, _ in .json(JSONValue.object(try await request.fields().object))
            },
            Endpoint(.get, "/probe/caller", "Caller", tag: "Probe", access: .caller, answers: []) { _, context in
                .object { json in json.field("caller", context.caller.principal) }
            },
            Endpoint(.get, "/probe/person", "Person", tag: "Probe", access: .person, answers: []) { _, context in
                .object { json in json.field("caller", context.customerID) }
            },
            Endpoint(.get, "/probe/platform", "Platform", tag: "Probe", access: .platform, answers: []) { _, context in
                .object { json in json.field("caller", context.actor) }
            },
            Endpoint(.get, "/probe/enter", "Enter", tag: "Probe", access: .caller, answers: []) { request, context in
                let id: Shop.ID? = try request.query().id("shop_id")
                return role(of: try await context.enter(id ?? Identifier(trusted: "bakery"), by: [.owner, .platform]))
            },
            shop("owner", .shop(by: .owner)), shop("till", .shop(by: .owner, .staff, .key(.redemptions))),
            shop("orders", .shop(by: .platform, .key(.orders))), shop("member", .shop(by: .owner, .staff, .member)),
            Endpoint(
                .get, "/api/shops/{shop}/probe/things/{thing}", "Thing", tag: "Probe", access: .shop(by: .owner),
                answers: []
            ) { _, context in
                let id: Identifier<Probe> = try context.id("thing")
                return .object { json in json.field("thing", id) }
            },
            Endpoint(
                .post, "/api/shops/{shop}/probe/acts", "Act", tag: "Probe", access: .shop(by: .owner, .staff),
                takes: .object([.optional("end", .text())]), answers: [.created(.object([]))], act),
        ]
    }

    private func shop(_ name: String, _ access: Access<ShopContext>) -> Endpoint {
        Endpoint(.get, "/api/shops/{shop}/probe/\(name)", name, tag: "Probe", access: access, answers: []) {
            _, context in role(of: context)
        }
    }

    /// Does something in the database that can be counted, and ends as the body says.
    @Sendable private func act(_ request: Request, _ context: ShopContext) async throws -> Response {
        let end = try await request.fields().optionalText("end", max: 20)
        if end == "rejection" { throw ShopRejection.timeZoneMustBeKnown }
        if end == "failure before" { throw Unforeseen() }
        probe.begin()
        if end == "wait" { await probe.wait() }
        let (shop, act) = (context.shop.id, probe.act(at: surroundings.now()))
        try await surroundings.database.write { try AuditLogStore($0).append(act, in: shop) }
        if end == "failure after" { throw Unforeseen() }
        let padding = String(repeating: "x", count: end == "long" ? 300_000 : 0)
        return .object(status: .created) { json in
            json.field("act", act.id)
            json.field("padding", padding)
        }
    }

    private struct Unforeseen: Error {}
}

private func role(of context: ShopContext) -> Response {
    let name =
        switch context.role {
        case .owner: "owner"
        case .staff: "staff"
        case .member: "member"
        case .platform: "platform"
        case .key: "key"
        }
    return .object { json in
        json.field("role", name)
        json.field("shop", context.shop.id)
    }
}

/// Holds acts up until it is told to let them go.
final class Probe: Sendable {
    private let count = Mutex(0)
    private let begun = AsyncStream<Void>.makeStream()
    private let gate = AsyncStream<Void>.makeStream()

    func begin() { begun.continuation.yield() }
    func wait() async { for await _ in gate.stream { return } }

    /// Returns once an act has begun.
    func untilBegun() async { for await _ in begun.stream { return } }
    func letGo() { gate.continuation.finish() }

    func act(at now: Instant) -> AuditLogStore.Act {
        let number = count.withLock { count in
            count += 1
            return count
        }
        return AuditLogStore.Act(
            id: Identifier(trusted: "act-\(number)"), at: now, actor: "probe", action: "act", subject: "probe",
            before: JSONValue?.none, after: JSONValue?.none)
    }
}
