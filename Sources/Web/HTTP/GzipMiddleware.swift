import Hummingbird

/// What is shorter is not worth the work.
private let byteCountMin = 1_000
private let byteCountMax = 1_048_576
/// Most of the gain for a third of the time of the usual level.
private let level: Int32 = 3

/// Packs pages for the way to the browser. Files are packed once, when the server starts, and answers of the API go as
/// they are: they are short, and made for machines nearby.
struct GzipMiddleware: RouterMiddleware {
    typealias Context = AppContext

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard response.headers[.contentType]?.hasPrefix("text/html") == true, request.takesGzip,
            let length = response.body.contentLength, (byteCountMin...byteCountMax).contains(length)
        else { return response }
        let bytes = try await response.body.collected()
        guard let packed = Gzip.packed(bytes, level: level) else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return response
        }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.vary] = "Accept-Encoding, Cookie"
        response.headers[.contentLength] = nil
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: packed))
        return response
    }
}

extension Request {
    var takesGzip: Bool {
        (headers[.acceptEncoding] ?? "").split(separator: ",").contains { wish in
            wish.drop { $0 == " " }.hasPrefix("gzip") && !wish.contains("q=0")
        }
    }
}
