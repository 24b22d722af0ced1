import Hummingbird
import Loyalty

/// Serves the colours that shops chose, each as a style sheet of its own: pages may hold no style themselves.
///
/// What a sheet says follows from its name alone, so browsers keep it for good, and it tells nothing of any shop.
struct AccentController: Controller {
    var endpoints: [Endpoint] {
        [Endpoint(page: "\(Accent.sheets)/{file}", "A colour that a shop chose", access: .open, show)]
    }

    @Sendable private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let file = try context.part("file")
        guard file.hasSuffix(".css"), let colour = Colour(hex: file.dropLast(".css".count)), file == "\(colour.hex).css"
        else { throw Problem.pathMustExist }
        var response = Response.file(Accent.rules(for: colour), type: "text/css; charset=utf-8")
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
