import Hummingbird

/// Serves the files that pages are made with.
struct AssetsController: Controller {
    let shelf: AssetShelf

    var endpoints: [Endpoint] {
        [Endpoint(page: "/assets/{file}", "A file that pages are made with", access: .open, show)]
    }

    @Sendable private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let asset = shelf.asset(try context.part("file")) else { throw Problem.pathMustExist }
        var headers: HTTPFields = [
            .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        let isPacked = asset.packed != nil && request.takesGzip
        if isPacked { headers[.contentEncoding] = "gzip" }
        let bytes = isPacked ? asset.packed ?? asset.bytes : asset.bytes
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
