import ExactJSON
import Hummingbird
import Loyalty
import Operations

/// The live feed of a shop, as server-sent events.
struct ActivityController: Controller {
    let surroundings: Surroundings

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/shops/{shop}/activity", "Watch what happens, one server-sent event a change", tag: "Shops",
                access: Access.shop(by: .owner, .staff, .key(.read)).lasting,
                answers: [
                    AnswerShape(.ok, ShopShapes.event, "A stream without end", contentType: "text/event-stream")
                ], watch)
        ]
    }

    @Sendable private func watch(_ request: Request, _ context: LastingContext<ShopContext>) async throws -> Response {
        let stream = ActivityStream(opening: ": connected\n\n") { event in
            "event: \(event.kind.rawValue)\ndata: \(event.jsonText)\n\n"
        }
        return stream.answer(
            request, in: context.admitted.shop.id, surroundings.activity, while: context.readmit)
    }
}
