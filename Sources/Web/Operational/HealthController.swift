import ExactJSON
import Hummingbird

/// Whether the server lives, and whether it can do its work.
struct HealthController: Controller {
    let readiness: Readiness

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/healthz", "Whether the server lives", tag: "Operations", access: .open,
                answers: [.ok(Shapes.health)], health),
            Endpoint(
                .get, "/readyz", "Whether the server can do its work: its database answers and is up to date",
                tag: "Operations", access: .open,
                answers: [.ok(Shapes.health), AnswerShape(.serviceUnavailable, Shapes.health, "Not yet, or not now")],
                ready),
        ]
    }

    @Sendable private func health(_ request: Request, _ context: AppContext) async throws -> Response {
        .object { json in json.field("status", "ok") }
    }

    @Sendable private func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let obstacle = await readiness.obstacle() else { return try await health(request, context) }
        return .object(status: .serviceUnavailable) { json in
            json.field("status", "unavailable")
            json.field("reason", obstacle)
        }
    }
}

private enum Shapes {
    static let health = Schema.named(
        "Health",
        .object([.required("status", .choice(["ok", "unavailable"])), .optional("reason", .text())]))
}
