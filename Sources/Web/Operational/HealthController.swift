import ExactJSON
import Hummingbird
import Logging
import Loyalty
import Storage

/// Whether the server lives, and whether it can do its work.
struct HealthController: Controller {
    let database: any SQLDatabase

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
        do {
            try await database.read { connection in try Migrations.requireCurrent(connection) }
            return try await health(request, context)
        } catch let rejection as SchemaRejection {
            return notReady(rejection.code)
        } catch {
            context.logger.warning("not ready", metadata: ["error": "\(error)"])
            return notReady("storage_must_be_available")
        }
    }

    private func notReady(_ reason: String) -> Response {
        .object(status: .serviceUnavailable) { json in
            json.field("status", "unavailable")
            json.field("reason", reason)
        }
    }
}

private enum Shapes {
    static let health = Schema.named(
        "Health",
        .object([.required("status", .choice(["ok", "unavailable"])), .optional("reason", .text())]))
}
