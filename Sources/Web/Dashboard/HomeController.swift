import Hummingbird
import Mustache

/// The page at the root: what runs here, and where to read on.
struct HomeController: Controller {
    private let html: String

    /// - Throws: A template that cannot be read, which a test would have found.
    init(version: String) throws {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.home_mustache, as: UTF8.self))
        html = template.render(["version": version])
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/", "What runs here", tag: "Operations", access: .open,
                answers: [AnswerShape(.ok, .text(), "A page", contentType: "text/html")], show)
        ]
    }

    @Sendable private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        .page(html)
    }
}
