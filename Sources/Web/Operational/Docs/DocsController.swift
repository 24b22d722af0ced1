import ExactJSON
import Hummingbird

/// The description of the API, for programs and for people.
struct DocsController: Controller {
    let version: String
    /// All endpoints of the server, these here among them.
    let all: @Sendable () -> [Endpoint]

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/openapi.json", "This description in the form of OpenAPI 3.1", tag: "Operations", access: .open,
                answers: [.ok(.object([]), "The description")]
            ) { _, _ in .json(document) },
            page("/docs", "This description, to read") { DocsPage(document: document).html },
            page("/docs/problems", "What the codes of problems mean") { ProblemsPage.html },
            Endpoint(
                .get, "/docs.css", "How these pages look", tag: "Operations", access: .open,
                answers: [AnswerShape(.ok, .text(), "A style sheet", contentType: "text/css")]
            ) { _, _ in .file(DocsStyle.css, type: "text/css; charset=utf-8") },
        ]
    }

    private var document: OpenAPIDocument { OpenAPIDocument(all(), version: version) }

    private func page(_ path: String, _ summary: String, _ html: @escaping @Sendable () -> String) -> Endpoint {
        Endpoint(
            .get, path, summary, tag: "Operations", access: .open,
            answers: [AnswerShape(.ok, .text(), "A page", contentType: "text/html")]
        ) { _, _ in .page(html()) }
    }
}
