import Hummingbird

/// The answers that people read in a browser.
extension Response {
    /// A page of HTML.
    /// - Parameter policy: What the page may use; nothing but our style sheet, where nothing else is said.
    static func page(_ html: String, policy: ContentPolicy = .plain) -> Response {
        var response = file(html, type: "text/html; charset=utf-8", policy: policy)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    static func file(_ text: String, type: String, policy: ContentPolicy = .plain) -> Response {
        var headers: HTTPFields = [.contentType: type, .contentSecurityPolicy: policy.rawValue]
        headers[.referrerPolicy] = policy == .plain ? "no-referrer" : "same-origin"
        headers[.openerPolicy] = "same-origin"
        headers[.permissionsPolicy] = "camera=(self), geolocation=(), microphone=(), payment=()"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Shows another page of ours instead; what was sent is not sent there.
    static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}

/// What a page may use, as browsers are told by `Content-Security-Policy`.
enum ContentPolicy: String {
    /// Our own style sheet, and nothing else.
    case plain = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    /// Whatever comes from this server, but nothing that is written into the page itself; logos of shops from anywhere.
    case own = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; connect-src 'self'; \
        manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
        """
}
