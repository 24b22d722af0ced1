import Hummingbird
import Loyalty
import Operations

/// Everything a page is made with: the templates, the words, the files.
struct PageRoom: Sendable {
    let templates: Templates
    let shelf: AssetShelf
    /// Where people reach the pages, without a slash at the end, for links that leave the server.
    let publicURL: String
    let cookies: SessionCookies

    /// - Throws: ``TemplateFault`` or ``CatalogueFault``, which a test would have found.
    init(publicURL: String) throws {
        shelf = try AssetShelf(AssetShelf.files)
        templates = try Templates(Templates.sources, in: Catalogue.all(), shelf: shelf)
        self.publicURL = publicURL
        cookies = SessionCookies(areSecure: publicURL.hasPrefix("https://"))
    }

    /// How numbers and words are said to a visitor.
    func wording(for visitor: Visitor) -> Wording { templates.wording(in: visitor.language) }

    /// The answer that shows a page.
    func answer(_ page: some Screen, for visitor: Visitor, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.page(templates.html(of: page, in: visitor.language), policy: .own)
        response.status = status
        return response
    }
}
