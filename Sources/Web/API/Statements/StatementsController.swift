import Hummingbird
import Loyalty
import Operations

/// What members take home: every entry with its hash, and a page to print.
struct StatementsController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = "/api/shops/{shop}/members/{customer}/statement"

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "\(Self.path).csv", "Download all entries of a member, with their hashes", tag: "Members",
                access: .shop(by: .owner, .staff, .key(.read), .member),
                answers: [AnswerShape(.ok, .text(), "One line an entry", contentType: "text/csv")], download),
            Endpoint(
                .get, Self.path, "Show a member's statement as a page to print", tag: "Members",
                access: .shop(by: .owner, .staff, .key(.read), .member),
                query: [
                    QueryParameter("from", .day, "The first day, the day of joining if absent"),
                    QueryParameter("to", .day, "The last day, today if absent"),
                ],
                answers: [AnswerShape(.ok, .text(), "A page", contentType: "text/html")], show),
            Endpoint(
                .get, "/statement.css", "How statements look, on the screen and on paper", tag: "Operations",
                access: .open, answers: [AnswerShape(.ok, .text(), "A style sheet", contentType: "text/css")]
            ) { _, _ in .file(StatementStyle.css, type: "text/css; charset=utf-8") },
        ]
    }

    @Sendable private func download(_ request: Request, _ context: ShopContext) async throws -> Response {
        .csv(
            named: "statement.csv",
            try await ExportStatement(in: surroundings)(
                of: context.visible(context.id("customer")), in: context.shop))
    }

    @Sendable private func show(_ request: Request, _ context: ShopContext) async throws -> Response {
        let query = try request.query()
        let view = try await ViewStatement(in: surroundings)(
            of: context.visible(context.id("customer")), in: context.shop, from: query.day("from"),
            through: query.day("to"))
        return .page(StatementPage(view: view, words: room.templates.wording(in: request.language).words).html)
    }
}
