import Hummingbird

/// The answers that people read in a browser.
extension Response {
    /// A page of HTML, which may use nothing but our own style sheet: no scripts, no frames, no forms.
    static func page(_ html: String) -> Response { file(html, type: "text/html; charset=utf-8") }

    static func file(_ text: String, type: String) -> Response {
        var headers: HTTPFields = [.contentType: type, .contentSecurityPolicy: contentPolicy]
        headers[.referrerPolicy] = "no-referrer"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

private let contentPolicy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
